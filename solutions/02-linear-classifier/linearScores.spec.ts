import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  type Inputs,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  reference,
  tensor,
  tidied,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { linearScores as solution } from './linear-classifier';

const drawn = (random: Random, [n, d, c]: readonly [n: number, d: number, c: number]): Inputs => ({
  x: random.normal([n, d]),
  W: random.normal([c, d]),
  b: random.normal([c], { mean: 1 }),
});

const product = (x: Tensor2D, W: Tensor2D): Tensor2D => x.dot(W.transpose()) as Tensor2D;

export const linearScores = defineExercise({
  name: 'linearScores',
  arguments: ['x', 'W', 'b'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { x: tensor([[2]]), W: tensor([[3], [-1]]), b: tensor([0.5, 1]) }),
    randomCase('random', (random) => drawn(random, [12, 2, 11])),
    randomCase('square-weights', (random) => drawn(random, [5, 3, 3]), { label: 'C = D' }),
    randomCase('square', (random) => drawn(random, [4, 4, 4]), { label: 'N = C = D' }),
    randomCase('as-many-classes', (random) => drawn(random, [3, 4, 3]), { label: 'N = C' }),
    randomCase('one-example', (random) => drawn(random, [1, 5, 3]), { label: 'N = 1' }),
    randomCase('two-classes', (random) => drawn(random, [3, 6, 2]), { label: 'C = 2' }),
    randomCase('origin', (random) => ({ ...drawn(random, [2, 4, 3]), x: filled([2, 4], 0) }), {
      label: 'x is 0, so only b matters',
    }),
    randomCase('no-bias', (random) => ({ ...drawn(random, [4, 5, 3]), b: filled([3], 0) }), {
      label: 'b is 0',
      reserved: true,
    }),
    randomCase('no-bias-square', (random) => ({ ...drawn(random, [3, 3, 3]), b: filled([3], 0) }), {
      label: 'b is 0 and N = C = D',
      reserved: true,
    }),
  ],
  checks: [
    reference(undefined, { points: 6 }),
    reference(undefined, { id: 'withoutBias', points: 2, on: ['no-bias', 'no-bias-square'] }),
    property('scalesWith', { points: 1, argument: 'x', factor: 3, power: 1, on: ['no-bias', 'no-bias-square'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'weights-not-transposed': (x, W, b) => tf.matMul<Tensor2D>(x, W).add(b),
    'reshaped-not-transposed': (x, W, b) =>
      tf.matMul<Tensor2D>(x, W.reshape<Tensor2D>([W.shape[1], W.shape[0]])).add(b),
    'bias-down-the-columns': (x, W, b) => product(x, W).add(b.reshape([-1, 1])),
    'bias-missing': product,
    'bias-subtracted': (x, W, b) => product(x, W).sub(b),
    'bias-summed': (x, W, b) => product(x, W).add(b.sum()),
    'bias-before-the-product': (x, W, b) => product(x.add(b), W),
    'scores-transposed': (x, W, b) => product(W, x).add(b.reshape([-1, 1])),
    'scores-transposed-bias-along-rows': (x, W, b) => product(W, x).add(b),
    'elementwise-product': (x, W, b) => x.mul<Tensor2D>(W).add(b),
  }),
  alternatives: alternatives.linearScores,
  witnesses: [
    {
      name: 'tf.fused.matMul with its bias',
      compute: (a, b, bias) => tf.fused.matMul({ a, b, transposeB: true, bias }),
    },
    {
      name: 'tf.layers.dense',
      compute: tidied((x: Tensor2D, W: Tensor2D, b: Tensor1D) => {
        const layer = tf.layers.dense({ units: W.shape[0], inputShape: [W.shape[1]], weights: [W.transpose(), b] });
        return layer.apply(x) as Tensor2D;
      }),
    },
  ],
  forbidden: libraryAnswers,
});
