import type { OperationCase } from './operationCase';
import { list } from './plain';

/** Tensors created from only a shape and a number. */
export function creation(): OperationCase[] {
  return [
    { name: 'scalar', compute: (tf) => tf.scalar(0.1), expected: 0.1 },
    {
      name: 'fill',
      compute: (tf) => tf.fill([2, 2], 0.1),
      expected: [
        [0.1, 0.1],
        [0.1, 0.1],
      ],
    },
    { name: 'linspace', compute: (tf) => tf.linspace(0, 1, 11), expected: list(11, (i) => i / 10) },
    { name: 'range', compute: (tf) => tf.range(0, 1, 0.1).slice(0, 10), expected: list(10, (i) => i / 10) },
    {
      name: 'zeros',
      compute: (tf) => tf.zeros([2, 2]),
      expected: [
        [0, 0],
        [0, 0],
      ],
      exact: true,
    },
    { name: 'ones', compute: (tf) => tf.ones([2]), expected: [1, 1], exact: true },
    { name: 'zerosLike', compute: (tf) => tf.zerosLike([0.1, 0.2]), expected: [0, 0], exact: true },
    { name: 'onesLike', compute: (tf) => tf.onesLike([0.1, 0.2]), expected: [1, 1], exact: true },
    {
      name: 'eye',
      compute: (tf) => tf.eye(2),
      expected: [
        [1, 0],
        [0, 1],
      ],
      exact: true,
    },
    {
      name: 'diag',
      compute: (tf) => tf.diag(tf.tensor1d([0.1, 0.2])),
      expected: [
        [0.1, 0],
        [0, 0.2],
      ],
    },
    {
      name: 'linalg.bandPart',
      compute: (tf) =>
        tf.linalg.bandPart(
          tf.tensor2d([
            [0.1, 0.2],
            [0.3, 0.4],
          ]),
          0,
          -1,
        ),
      expected: [
        [0.1, 0.2],
        [0, 0.4],
      ],
    },
    // Between 1 and 2 single precision has 23 binary places, so that times 2²⁴ everything is whole.
    {
      name: 'randomUniform has more digits than single precision',
      compute: (tf) =>
        tf
          .randomUniform([20], 1, 2, 'float32', 1)
          .mul(2 ** 24)
          .mod(1)
          .greater(0)
          .any(),
      expected: 1,
    },
    {
      name: 'randomNormal has more digits than single precision',
      compute: (tf) =>
        tf
          .randomNormal([20], 0, 1, 'float32', 1)
          .abs()
          .add(1)
          .mul(2 ** 24)
          .mod(1)
          .greater(0)
          .any(),
      expected: 1,
    },
  ];
}
