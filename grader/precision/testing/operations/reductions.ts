import type { OperationCase } from './operationCase';
import { map, mean, product, softmax, sum, transposed } from './plain';
import type { RandomNumbers } from './randomNumbers';

/** Operations that reduce many numbers to one. */
export function reductions(random: RandomNumbers): OperationCase[] {
  const x = random.matrix(3, 4);
  const rows = x;
  const columns = transposed(x);
  const all = x.flat();
  const largest = (numbers: readonly number[]): number => Math.max(...numbers);
  const smallest = (numbers: readonly number[]): number => Math.min(...numbers);
  const variance = (numbers: readonly number[]): number => mean(numbers.map((v) => (v - mean(numbers)) ** 2));
  const logSumExp = (numbers: readonly number[]): number => Math.log(sum(numbers.map(Math.exp)));
  const length = (numbers: readonly number[]): number => Math.sqrt(sum(numbers.map((v) => v * v)));
  return [
    { name: 'sum', compute: (tf) => tf.sum(x), expected: sum(all) },
    { name: 'sum over rows', compute: (tf) => tf.sum(x, 0), expected: columns.map(sum) },
    {
      name: 'sum over columns, keepDims',
      compute: (tf) => tf.sum(x, 1, true),
      expected: rows.map((row) => [sum(row)]),
    },
    { name: 'mean', compute: (tf) => tf.mean(x), expected: mean(all) },
    { name: 'mean over rows', compute: (tf) => tf.mean(x, 0), expected: columns.map(mean) },
    {
      name: 'mean over columns, keepDims',
      compute: (tf) => tf.mean(x, 1, true),
      expected: rows.map((row) => [mean(row)]),
    },
    { name: 'max', compute: (tf) => tf.max(x), expected: largest(all) },
    {
      name: 'max over columns, keepDims',
      compute: (tf) => tf.max(x, 1, true),
      expected: rows.map((row) => [largest(row)]),
    },
    { name: 'min', compute: (tf) => tf.min(x), expected: smallest(all) },
    { name: 'min over rows', compute: (tf) => tf.min(x, 0), expected: columns.map(smallest) },
    { name: 'prod', compute: (tf) => tf.prod(x), expected: product(all) },
    { name: 'prod over columns', compute: (tf) => tf.prod(x, 1), expected: rows.map(product) },
    { name: 'logSumExp', compute: (tf) => tf.logSumExp(x, 1), expected: rows.map(logSumExp) },
    { name: 'norm', compute: (tf) => tf.norm(x), expected: length(all) },
    { name: 'norm over columns', compute: (tf) => tf.norm(x, 2, 1), expected: rows.map(length) },
    {
      name: 'norm, sum of magnitudes',
      compute: (tf) => tf.norm(x, 1, 0),
      expected: columns.map((column) => sum(column.map(Math.abs))),
    },
    { name: 'moments, mean', compute: (tf) => tf.moments(x, 0).mean, expected: columns.map(mean) },
    { name: 'moments, variance', compute: (tf) => tf.moments(x, 0).variance, expected: columns.map(variance) },
    {
      name: 'cumsum',
      compute: (tf) => tf.cumsum(x, 1),
      expected: rows.map((row) => row.map((_, j) => sum(row.slice(0, j + 1)))),
    },
    {
      name: 'cumsum, exclusive and reversed',
      compute: (tf) => tf.cumsum(x, 1, true, true),
      expected: rows.map((row) => row.map((_, j) => sum(row.slice(j + 1)))),
    },
    {
      name: 'cumprod',
      compute: (tf) => tf.cumprod(x, 1),
      expected: rows.map((row) => row.map((_, j) => product(row.slice(0, j + 1)))),
    },
    { name: 'softmax', compute: (tf) => tf.softmax(x), expected: rows.map(softmax) },
    { name: 'logSoftmax', compute: (tf) => tf.logSoftmax(x), expected: map(rows.map(softmax), Math.log) },
    ...counting(),
  ];
}

function counting(): OperationCase[] {
  return [
    {
      name: 'all',
      compute: (tf) =>
        tf.all(
          tf.tensor2d(
            [
              [1, 0],
              [1, 1],
            ],
            [2, 2],
            'bool',
          ),
          1,
        ),
      expected: [0, 1],
      exact: true,
    },
    {
      name: 'any',
      compute: (tf) =>
        tf.any(
          tf.tensor2d(
            [
              [1, 0],
              [0, 0],
            ],
            [2, 2],
            'bool',
          ),
          1,
        ),
      expected: [1, 0],
      exact: true,
    },
    { name: 'sum of int32', compute: (tf) => tf.sum(tf.tensor1d([1, 2, 3], 'int32')), expected: 6, exact: true },
    {
      name: 'bincount',
      compute: (tf) => tf.bincount(tf.tensor1d([0, 2, 2], 'int32'), [], 4),
      expected: [1, 0, 2, 0],
      exact: true,
    },
  ];
}
