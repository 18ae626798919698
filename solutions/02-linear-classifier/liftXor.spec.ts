import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { liftXor as solution } from './linear-classifier';

/** x₁, x₂ and a third column computed from both. */
const withThird =
  (third: (first: Tensor1D, second: Tensor1D) => Tensor): typeof solution =>
  (x) => {
    const [first, second] = tf.unstack(x, 1) as [Tensor1D, Tensor1D];
    return tf.stack([first, second, third(first, second)], 1) as Tensor2D;
  };
const columns = (x: Tensor2D): [Tensor, Tensor, Tensor] => tf.unstack(solution(x), 1) as [Tensor, Tensor, Tensor];

export const liftXor = defineExercise({
  name: 'liftXor',
  arguments: ['x'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      x: tensor([
        [2, 3],
        [-1, 4],
      ]),
    }),
    randomCase('random', (random) => ({ x: random.normal([12, 2], { scale: 2 }) })),
    randomCase('three', (random) => ({ x: random.normal([3, 2], { scale: 2 }) }), { label: 'N = 3' }),
    randomCase('one-example', (random) => ({ x: random.normal([1, 2], { scale: 2 }) }), { label: 'N = 1' }),
    fixedCase(
      'corners',
      {
        x: tensor([
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ]),
      },
      { label: 'the points are the corners of XOR' },
    ),
    fixedCase(
      'signed-corners',
      {
        x: tensor([
          [-1, -1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ]),
      },
      { label: 'the corners are −1 and 1' },
    ),
  ],
  checks: [reference(undefined, { points: 9 }), leavesInputsAlone({ points: 0.5 }), leavesNoTensors({ points: 0.5 })],
  mistakes: wrong<typeof solution>({
    'sum-for-product': withThird((first, second) => first.add(second)),
    'difference-for-product': withThird((first, second) => first.sub(second)),
    'columns-swapped': (x) => solution(x.reverse<Tensor2D>(1)),
    'square-for-product': withThird((first) => first.square()),
    'distance-for-product': withThird((first, second) => first.sub(second).abs()),
    'minimum-for-product': withThird((first, second) => first.minimum(second)),
    'logical-and': withThird((first, second) => first.toBool().logicalAnd(second.toBool()).toFloat()),
    'answer-as-feature': withThird((first, second) => first.toBool().logicalXor(second.toBool()).toFloat()),
    'column-of-ones': withThird((first) => tf.onesLike(first)),
    'product-first': (x) => {
      const [first, second, product] = columns(x);
      return tf.stack([product, first, second], 1) as Tensor2D;
    },
    'product-alone': (x) => columns(x)[2].expandDims(1),
    transposed: (x) => solution(x).transpose(),
    'reshaped-columns': (x) => tf.stack(columns(x)).reshape([-1, 3]),
    'squares-too': (x) => tf.concat2d([solution(x), x.square()], 1),
  }),
  alternatives: alternatives.liftXor,
  witnesses: [{ name: 'tf.prod', compute: (x) => tf.concat([x, tf.prod(x, 1, true)], 1) }],
  forbidden: libraryAnswers,
});
