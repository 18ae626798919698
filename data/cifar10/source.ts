/** An archive and its files. */
export interface Cifar10Source {
  readonly url: string;
  /** Name of the archive's file. */
  readonly archive: string;
  readonly bytes: number;
  readonly md5: string;
  /** Size of each unpacked file. */
  readonly fileBytes: number;
}

/** The binary version published by the authors of CIFAR-10. */
export const cifar10Source: Cifar10Source = {
  url: 'https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz',
  archive: 'cifar-10-binary.tar.gz',
  bytes: 170_052_171,
  md5: 'c32a1d4ab5d03f1284b67883e8d87530',
  fileBytes: 30_730_000,
};

/** Image files of the archive, 10,000 images each. */
export const cifar10Files = {
  train: ['data_batch_1.bin', 'data_batch_2.bin', 'data_batch_3.bin', 'data_batch_4.bin', 'data_batch_5.bin'],
  test: ['test_batch.bin'],
} as const;

/** Names of the classes; a label is an index into them. */
export const cifar10Classes = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** Height, width and channels of an image. */
export const cifar10Shape = [32, 32, 3] as const;
