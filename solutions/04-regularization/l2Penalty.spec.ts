import * as tf from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { penaltyMistake } from './mistakes';
import * as solution from './regularization';

const smooth = ['by-hand', 'matrix', 'square', 'cube', 'number'];

export const l2Penalty = defineExercise({
  name: 'l2Penalty',
  arguments: ['W', 'lambda'],
  reference: solution.l2Penalty,
  cases: [
    fixedCase('by-hand', { W: tensor([3, -4]), lambda: 0.1 }),
    randomCase('matrix', (random) => ({ W: random.normal([3, 4]), lambda: random.number(0.1, 0.4) })),
    randomCase('square', (random) => ({ W: random.normal([3, 3]), lambda: random.number(1.5, 3) }), {
      label: 'W is square and λ is above 1',
    }),
    randomCase('cube', (random) => ({ W: random.normal([2, 3, 2]), lambda: random.number(0.1, 0.4) }), {
      label: 'W has rank 3',
    }),
    randomCase('number', (random) => ({ W: random.uniform([], -3, -1), lambda: random.number(0.1, 0.4) }), {
      label: 'W has rank 0',
    }),
    fixedCase('spread', { W: tensor([2.5, 2.5, 2.5, 2.5]), lambda: 0.01 }, { label: 'all weights are equal' }),
    fixedCase('zeros', { W: filled([2, 3], 0), lambda: 0.5 }, { label: 'all weights are 0' }),
    fixedCase(
      'no-strength',
      {
        W: tensor([
          [1.5, -2],
          [0, 0.5],
        ]),
        lambda: 0,
      },
      { label: 'λ is 0' },
    ),
  ],
  checks: [
    reference('penalty', { points: 3 }),
    reference('dW', { points: 3 }),
    gradient({ points: 1.5, loss: 'penalty', gradient: 'dW', of: 'W', on: smooth }),
    property('scalesWith', { points: 1, argument: 'W', factor: 3, power: 2, fields: ['penalty'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    penaltyMistake(
      'gradient-without-two',
      (W, lambda: number) => tf.mul(lambda, tf.sum(tf.square(W))),
      (W, lambda) => tf.mul(lambda, W),
    ),
    penaltyMistake(
      'half-in-penalty',
      (W, lambda: number) => tf.mul(lambda / 2, tf.sum(tf.square(W))),
      (W, lambda) => tf.mul(2 * lambda, W),
    ),
    penaltyMistake(
      'half-convention',
      (W, lambda: number) => tf.mul(lambda / 2, tf.sum(tf.square(W))),
      (W, lambda) => tf.mul(lambda, W),
    ),
    penaltyMistake(
      'mean-for-sum',
      (W, lambda: number) => tf.mul(lambda, tf.mean(tf.square(W))),
      (W, lambda) => tf.mul((2 * lambda) / W.size, W),
    ),
    penaltyMistake(
      'square-root',
      (W, lambda: number) => tf.mul(lambda, tf.sqrt(tf.sum(tf.square(W)))),
      (W, lambda) => tf.mul(2 * lambda, W),
    ),
    penaltyMistake(
      'gradient-without-strength',
      (W, lambda: number) => tf.mul(lambda, tf.sum(tf.square(W))),
      (W) => tf.mul(2, W),
    ),
    penaltyMistake(
      'sum-along-one-axis',
      (W, lambda: number) => tf.mul(lambda, tf.sum(tf.square(W), W.rank === 0 ? undefined : -1)),
      (W, lambda) => tf.mul(2 * lambda, W),
    ),
  ],
  alternatives: alternatives.l2Penalty,
  witnesses: [
    {
      name: 'tf.regularizers.l2 and tf.grad',
      compute: (W, lambda) => ({
        penalty: tf.regularizers.l2({ l2: lambda }).apply(W),
        dW: tf.grad((w: tf.Tensor) => tf.mul(lambda, tf.sum(tf.square(w))))(W),
      }),
    },
  ],
  forbidden: libraryAnswers,
});
