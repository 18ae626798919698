import { toExamples, type Examples } from '../examples/examples';
import { brightest } from './digitsFiles';
import { missingTestDigits, readDigits, readTestDigits, type DigitsOptions } from './readDigits';

export type Digits = {
  /** 1,000 examples */
  train: Examples;
  /** 297 examples */
  validation: Examples;
  /** 500 examples; undefined without test images, as in a student's copy */
  test: Examples | undefined;
};

/**
 * The handwritten digits as tensors: x (N, 64) float, each pixel 0..16 divided by 16, and y (N,) int32 in 0..9.
 * The same seed gives the same examples in the same order. The caller disposes the tensors.
 *
 * @param options.seed - of the split between training and validation, 1 by default; the test images are always the same
 * @param options.folder - folder of the files; `data/digits` by default
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
 * The 500 test examples, for programs that require them.
 *
 * @throws DataError if the file is damaged, or missing, with the reason
 */
export function loadTestDigits(options: Pick<DigitsOptions, 'folder'> = {}): Examples {
  const test = readTestDigits(options);
  if (test === undefined) throw missingTestDigits(options);
  return toExamples(test, brightest);
}
