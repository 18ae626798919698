import type { OperationCase } from './operationCase';
import { at, grid, list, sum, transposed } from './plain';
import type { RandomNumbers } from './randomNumbers';

/** Operations that move numbers without computing. */
export function structure(random: RandomNumbers): OperationCase[] {
  return [...cutting(random), ...joining(random), ...arranging(random)];
}

function cutting(random: RandomNumbers): OperationCase[] {
  const x = random.matrix(3, 4);
  const row = (i: number): readonly number[] => x[i] ?? [];
  return [
    {
      name: 'slice',
      compute: (tf) => tf.slice(x, [1, 1], [2, 3]),
      expected: grid(2, 3, (i, j) => at(x, i + 1, j + 1)),
    },
    {
      name: 'stridedSlice',
      compute: (tf) => tf.stridedSlice(x, [0, 0], [3, 4], [2, 2]),
      expected: grid(2, 2, (i, j) => at(x, 2 * i, 2 * j)),
    },
    {
      name: 'gather rows',
      compute: (tf) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32')),
      expected: [row(2), row(0), row(2)],
    },
    {
      name: 'gather columns',
      compute: (tf) => tf.gather(x, tf.tensor1d([3, 1], 'int32'), 1),
      expected: x.map((line) => [line[3] ?? NaN, line[1] ?? NaN]),
    },
    {
      name: 'gatherND',
      compute: (tf) =>
        tf.gatherND(
          x,
          tf.tensor2d(
            [
              [2, 3],
              [0, 1],
            ],
            [2, 2],
            'int32',
          ),
        ),
      expected: [at(x, 2, 3), at(x, 0, 1)],
    },
    { name: 'unstack', compute: (tf) => tf.unstack(tf.tensor2d(x))[1] ?? tf.scalar(NaN), expected: row(1) },
    {
      name: 'split',
      compute: (tf) => tf.split(x, 2, 1)[1] ?? tf.scalar(NaN),
      expected: grid(3, 2, (i, j) => at(x, i, j + 2)),
    },
    {
      name: 'unsortedSegmentSum',
      compute: (tf) => tf.unsortedSegmentSum(tf.tensor2d(x), tf.tensor1d([1, 0, 1], 'int32'), 2),
      expected: [row(1), list(4, (j) => sum([at(x, 0, j), at(x, 2, j)]))],
    },
  ];
}

function joining(random: RandomNumbers): OperationCase[] {
  const a = random.matrix(2, 3);
  const b = random.matrix(2, 3);
  const condition = [
    [true, false, true],
    [false, false, true],
  ];
  return [
    { name: 'concat rows', compute: (tf) => tf.concat([tf.tensor2d(a), tf.tensor2d(b)]), expected: [...a, ...b] },
    {
      name: 'concat columns',
      compute: (tf) => tf.concat([tf.tensor2d(a), tf.tensor2d(b)], 1),
      expected: a.map((line, i) => [...line, ...(b[i] ?? [])]),
    },
    { name: 'stack', compute: (tf) => tf.stack([tf.tensor2d(a), tf.tensor2d(b)]), expected: [a, b] },
    {
      name: 'where',
      compute: (tf) => tf.where(condition, a, b),
      expected: grid(2, 3, (i, j) => at(condition[i]?.[j] ? a : b, i, j)),
    },
    { name: 'tile', compute: (tf) => tf.tile(a, [2, 2]), expected: [...a, ...a].map((line) => [...line, ...line]) },
    {
      name: 'pad',
      compute: (tf) =>
        tf.pad(
          a,
          [
            [1, 0],
            [0, 2],
          ],
          0.1,
        ),
      expected: [list(5, () => 0.1), ...a.map((line) => [...line, 0.1, 0.1])],
    },
    {
      name: 'mirrorPad',
      compute: (tf) =>
        tf.mirrorPad(
          a,
          [
            [0, 0],
            [1, 1],
          ],
          'symmetric',
        ),
      expected: a.map((line) => [line[0] ?? NaN, ...line, line[2] ?? NaN]),
    },
    {
      name: 'broadcastTo',
      compute: (tf) => tf.broadcastTo(tf.tensor2d(a).slice(0, 1), [2, 3]),
      expected: [a[0] ?? [], a[0] ?? []],
    },
    {
      name: 'scatterND',
      compute: (tf) => tf.scatterND(tf.tensor2d([[2], [0]], [2, 1], 'int32'), [at(a, 0, 0), at(a, 0, 1)], [3]),
      expected: [at(a, 0, 1), 0, at(a, 0, 0)],
    },
  ];
}

function arranging(random: RandomNumbers): OperationCase[] {
  const x = random.matrix(3, 4);
  const images = [
    [
      [[1.1], [2.2]],
      [[3.3], [4.4]],
    ],
  ]; // (1, 2, 2, 1)
  return [
    {
      name: 'reshape',
      compute: (tf) => tf.reshape(x, [2, 6]),
      expected: grid(2, 6, (i, j) => x.flat()[6 * i + j] ?? NaN),
    },
    { name: 'flatten', compute: (tf) => tf.tensor2d(x).flatten(), expected: x.flat() },
    { name: 'transpose', compute: (tf) => tf.transpose(x), expected: transposed(x) },
    {
      name: 'transpose of rank 3',
      compute: (tf) => tf.transpose([x], [2, 0, 1]),
      expected: transposed(x).map((line) => [line]),
    },
    { name: 'reverse', compute: (tf) => tf.reverse(x, 1), expected: x.map((line) => [...line].reverse()) },
    { name: 'expandDims', compute: (tf) => tf.expandDims(x, 1), expected: x.map((line) => [line]) },
    { name: 'squeeze', compute: (tf) => tf.squeeze([x]), expected: x },
    { name: 'clone', compute: (tf) => tf.clone(x), expected: x },
    {
      name: 'image.flipLeftRight',
      compute: (tf) => tf.image.flipLeftRight(tf.tensor4d(images)),
      expected: [
        [
          [[2.2], [1.1]],
          [[4.4], [3.3]],
        ],
      ],
    },
    { name: 'tensor of a typed array', compute: (tf) => tf.tensor2d(Float32Array.from(x.flat()), [3, 4]), expected: x },
    {
      name: 'variable',
      compute: (tf) => {
        const variable = tf.variable(tf.zeros([3, 4]));
        variable.assign(tf.tensor2d(x));
        const result = variable.clone();
        variable.dispose(); // tidy leaves variables alone
        return result;
      },
      expected: x,
    },
    {
      name: 'buffer',
      compute: (tf) => tf.buffer([4], 'float32', Float32Array.from(x[0] ?? [])).toTensor(),
      expected: x[0] ?? [],
    },
  ];
}
