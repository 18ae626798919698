import { toExamples, type Examples } from '../examples/examples';
import { cifar10Counts, readCifar10 } from './readCifar10';

export interface Cifar10Options {
  /** Number of training images, from the start of the training files, which are in random order; 5,000 by default. */
  readonly train?: number;
  /** Number of validation images, from the end of the training files; 1,000 by default. */
  readonly validation?: number;
  /** Number of test images, from the start; 1,000 by default. */
  readonly test?: number;
  /** Folder of the files; `data/cifar10` by default. */
  readonly folder?: string | undefined;
}

export type Cifar10 = {
  train: Examples;
  validation: Examples;
  test: Examples;
};

/**
 * CIFAR-10 as tensors: x (N, 3072) float, each byte divided by 255, and y (N,) int32 in 0..9. A row is an image in the
 * order (row, column, channel): `x.reshape([-1, 32, 32, 3])` are the images. The caller disposes the tensors.
 *
 * All 60,000 images take 0.7 GB, and twice that in double precision. For more than a few thousand, keep the bytes of
 * `readCifar10` and create a tensor per batch.
 *
 * @throws DataError if the files are missing or damaged; RangeError if there are fewer images than requested
 */
export function loadCifar10({ train = 5000, validation = 1000, test = 1000, folder }: Cifar10Options = {}): Cifar10 {
  const all = cifar10Counts.train;
  if (train + validation > all)
    throw new RangeError(`${train} + ${validation} images are more than the ${all} for training and validation.`);
  const parts = {
    train: readCifar10({ part: 'train', from: 0, count: train, folder }),
    validation: readCifar10({ part: 'train', from: all - validation, count: validation, folder }),
    test: readCifar10({ part: 'test', from: 0, count: test, folder }),
  };
  return {
    train: toExamples(parts.train, 255),
    validation: toExamples(parts.validation, 255),
    test: toExamples(parts.test, 255),
  };
}
