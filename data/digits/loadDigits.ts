import { toExamples, type Examples } from '../examples/examples';
import { brightest } from './digitsFiles';
import { missingTestDigits, readDigits, readTestDigits, type DigitsOptions } from './readDigits';

export type Digits = {
  /** 1,000 examples */
  train: Examples;
  /** 297 examples */
  validation: Examples;
  /** 500 examples; undefined where the test images aren't, as in a student's copy */
  test: Examples | undefined;
};

/**
 * The handwritten digits as tensors: x (N, 64) float, each pixel 0..16 divided by 16, and y (N,) int32 in 0..9.
 * The same seed gives the same examples in the same order. Whoever calls this disposes the tensors.
 *
 * @param options.seed - of the cut between training and validation, 1 unless given; the test images are always the same
 * @param options.folder - where the files are, if not in `data/digits`
 * @throws DataError if a file is damaged, or the training images are missing
 */
export function loadDigits(options: DigitsOptions = {}): Digits {
  const { train, validation } = readDigits(options);
  const test = readTestDigits(options);
  return {
    train: toExamples(train, brightest),
    validation: toExamples(validation, brightest),
    test: test && toExamples(test, brightest),
  };
}

/**
 * The 500 test examples, for programs that can't do without.
 *
 * @throws DataError if the file is damaged or, saying why, if it isn't there
 */
export function loadTestDigits(options: Pick<DigitsOptions, 'folder'> = {}): Examples {
  const test = readTestDigits(options);
  if (test === undefined) throw missingTestDigits(options);
  return toExamples(test, brightest);
}
