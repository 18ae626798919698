import type { OperationCase } from './operationCase';

/** A number that single precision can't distinguish from 1. */
const nearlyOne = 1 + 2 ** -30;

/** Comparisons, truth values and indices; the values are near ties that single precision calls equal. */
export function comparisons(): OperationCase[] {
  const a = [1, 1, nearlyOne];
  const b = [1, nearlyOne, 1];
  return [
    { name: 'greater', compute: (tf) => tf.greater(a, b), expected: [0, 0, 1] },
    { name: 'greaterEqual', compute: (tf) => tf.greaterEqual(a, b), expected: [1, 0, 1] },
    { name: 'less', compute: (tf) => tf.less(a, b), expected: [0, 1, 0] },
    { name: 'lessEqual', compute: (tf) => tf.lessEqual(a, b), expected: [1, 1, 0] },
    { name: 'equal', compute: (tf) => tf.equal(a, b), expected: [1, 0, 0] },
    { name: 'notEqual', compute: (tf) => tf.notEqual(a, b), expected: [0, 1, 1] },
    {
      name: 'argMax',
      compute: (tf) =>
        tf.argMax(
          [
            [1, nearlyOne, 1],
            [nearlyOne, 1, 1],
          ],
          1,
        ),
      expected: [1, 0],
    },
    {
      name: 'argMin',
      compute: (tf) =>
        tf.argMin(
          [
            [1, nearlyOne, nearlyOne],
            [nearlyOne, 1, nearlyOne],
          ],
          0,
        ),
      expected: [0, 1, 0],
    },
    { name: 'topk, values', compute: (tf) => tf.topk([1, nearlyOne, 0.1], 2).values, expected: [nearlyOne, 1] },
    { name: 'topk, indices', compute: (tf) => tf.topk([1, nearlyOne, 0.1], 2).indices, expected: [1, 0] },
    ...truthValues(),
  ];
}

function truthValues(): OperationCase[] {
  const p = [true, true, false, false];
  const q = [true, false, true, false];
  return [
    { name: 'logicalAnd', compute: (tf) => tf.logicalAnd(p, q), expected: [1, 0, 0, 0], exact: true },
    { name: 'logicalOr', compute: (tf) => tf.logicalOr(p, q), expected: [1, 1, 1, 0], exact: true },
    { name: 'logicalXor', compute: (tf) => tf.logicalXor(p, q), expected: [0, 1, 1, 0], exact: true },
    { name: 'logicalNot', compute: (tf) => tf.logicalNot(p), expected: [0, 0, 1, 1], exact: true },
    // 1e300 is finite as a double and infinite in single precision.
    { name: 'isFinite', compute: (tf) => tf.isFinite([1e300, Infinity, NaN]), expected: [1, 0, 0] },
    { name: 'isNaN', compute: (tf) => tf.isNaN([1, NaN]), expected: [0, 1], exact: true },
    { name: 'cast to int32', compute: (tf) => tf.cast([2.75, -2.75], 'int32'), expected: [2, -2], exact: true },
    { name: 'cast to bool', compute: (tf) => tf.cast([1e-300, 0], 'bool'), expected: [1, 0] },
    {
      name: 'cast from int32',
      compute: (tf) => tf.div(tf.cast(tf.tensor1d([1, 2], 'int32'), 'float32'), 3),
      expected: [1 / 3, 2 / 3],
    },
    {
      name: 'oneHot',
      compute: (tf) => tf.oneHot(tf.tensor1d([2, 0], 'int32'), 3),
      expected: [
        [0, 0, 1],
        [1, 0, 0],
      ],
      exact: true,
    },
    {
      name: 'oneHot with given values',
      compute: (tf) => tf.oneHot(tf.tensor1d([1], 'int32'), 2, 0.9, 0.1, 'float32'),
      expected: [[0.1, 0.9]],
    },
    // Whole numbers divide to whole numbers, in any precision.
    {
      name: 'div of int32',
      compute: (tf) => tf.div(tf.tensor1d([7, -7], 'int32'), tf.scalar(2, 'int32')),
      expected: [3, -4],
      exact: true,
    },
  ];
}
