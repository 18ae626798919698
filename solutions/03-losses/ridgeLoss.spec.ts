import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  gradient,
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
} from 'descent/author';
import { ridgeLossAugmented, ridgeLossByLoops, ridgeLossByNormalEquations } from './alternatives';
import { ridgeLoss as solution } from './losses';
import { ridgeMistakes } from './ridgeMistakes';

const drawn = (random: Random, [n, d]: readonly [n: number, d: number], lambda: number): Inputs => ({
  w: random.normal([d]),
  x: random.normal([n, d]),
  targets: random.normal([n], { scale: 2 }),
  lambda,
});

// Without cases whose residuals are all 0, where differences of the loss are only rounding
const imperfect = [
  'by-hand',
  'random',
  'square',
  'one-example',
  'few-examples',
  'no-regularization',
  'zero-weights',
  'zero-targets',
];

export const ridgeLoss = defineExercise({
  name: 'ridgeLoss',
  arguments: ['w', 'x', 'targets', 'lambda'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { w: tensor([2]), x: tensor([[1], [3]]), targets: tensor([1, 4]), lambda: 0.5 }),
    randomCase('random', (random) => drawn(random, [12, 11], 0.7)),
    randomCase('square', (random) => drawn(random, [3, 3], 0.4), { label: 'N = D' }),
    randomCase('one-example', (random) => drawn(random, [1, 4], 0.3), { label: 'N = 1' }),
    randomCase('few-examples', (random) => drawn(random, [2, 5], 1.5), {
      label: 'there are fewer examples than features',
    }),
    randomCase('no-regularization', (random) => drawn(random, [4, 2], 0), { label: 'lambda is 0' }),
    randomCase('strong-regularization', (random) => drawn(random, [6, 2], 20), { label: 'lambda is 20' }),
    randomCase('zero-weights', (random) => ({ ...drawn(random, [4, 3], 0.6), w: filled([3], 0) }), { label: 'w is 0' }),
    fixedCase(
      'perfect-fit',
      {
        w: tensor([1, -2]),
        x: tensor([
          [1, 0],
          [3, 1],
          [2, 2],
        ]),
        targets: tensor([1, 1, -2]),
        lambda: 0.5,
      },
      { label: 'every residual is 0' },
    ),
    randomCase('zero-targets', (random) => ({ ...drawn(random, [4, 3], 0.8), targets: filled([4], 0) }), {
      label: 'targets are 0',
    }),
  ],
  checks: [
    reference('loss', { points: 3 }),
    reference('dw', { points: 3 }),
    gradient({ points: 1, loss: 'loss', gradient: 'dw', of: 'w', part: 'data', strength: 'lambda', on: imperfect }),
    gradient({ points: 1, loss: 'loss', gradient: 'dw', of: 'w', part: 'regularization', strength: 'lambda' }),
    property('scalesWith', {
      id: 'lossIsQuadratic',
      points: 0.5,
      argument: 'w',
      factor: 3,
      power: 2,
      fields: ['loss'],
      on: ['zero-targets'],
    }),
    property('scalesWith', {
      id: 'gradientIsLinear',
      points: 0.5,
      argument: 'w',
      factor: 3,
      power: 1,
      fields: ['dw'],
      on: ['zero-targets'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: ridgeMistakes,
  alternatives: {
    'loops over examples': ridgeLossByLoops,
    'least squares with rows for the penalty': ridgeLossAugmented,
    'the Gram matrix': ridgeLossByNormalEquations,
  },
  witnesses: [
    {
      name: 'tf.losses.meanSquaredError and tf.grad',
      compute: tidied((w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number) => {
        const loss = (v: Tensor): Scalar => {
          const predictions = tf.matMul(x, v.reshape([-1, 1])).reshape([-1]);
          return tf.losses
            .meanSquaredError(targets, predictions)
            .mul(x.shape[0] / 2)
            .add(
              v
                .square()
                .sum()
                .mul(lambda / 2),
            );
        };
        return { loss: loss(w), dw: tf.grad(loss)(w) };
      }),
    },
  ],
  forbidden: libraryAnswers,
});
