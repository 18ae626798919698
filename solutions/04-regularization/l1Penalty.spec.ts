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
import { penaltyMistake, signWithoutZero } from './mistakes';
import * as solution from './regularization';

const awayFromZero = ['matrix', 'cube', 'number'];
const right = (W: tf.Tensor, lambda: number): tf.Tensor => tf.mul(lambda, tf.sum(tf.abs(W)));

export const l1Penalty = defineExercise({
  name: 'l1Penalty',
  arguments: ['W', 'lambda'],
  reference: solution.l1Penalty,
  cases: [
    fixedCase('by-hand', { W: tensor([3, 0, -4]), lambda: 0.1 }, { label: 'one weight is 0' }),
    randomCase('matrix', (random) => ({ W: random.normal([3, 4]), lambda: random.number(0.1, 0.4) })),
    randomCase('cube', (random) => ({ W: random.normal([2, 3, 2]), lambda: random.number(1.5, 3) }), {
      label: 'W has rank 3 and λ is above 1',
    }),
    randomCase('number', (random) => ({ W: random.uniform([], -3, -1), lambda: random.number(0.1, 0.4) }), {
      label: 'W has rank 0',
    }),
    fixedCase(
      'some-zeros',
      {
        W: tensor([
          [0, 1.5, 0],
          [-2, 0, 0.5],
        ]),
        lambda: 0.8,
      },
      { label: 'half of the weights are 0' },
    ),
    fixedCase('zeros', { W: filled([2, 2], 0), lambda: 0.5 }, { label: 'all weights are 0' }),
    fixedCase(
      'tiny',
      { W: tensor([1e-6, -2e-7, 3e-8]), lambda: 0.5 },
      { label: 'the weights are tiny, but not 0', small: true },
    ),
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
    reference('dW', { points: 3.5 }),
    gradient({ points: 1, loss: 'penalty', gradient: 'dW', of: 'W', kinks: true, on: awayFromZero }),
    property('scalesWith', { points: 1, argument: 'W', factor: 3, power: 1, fields: ['penalty'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    penaltyMistake('sign-of-zero-plus', right, (W, lambda) => tf.mul(lambda, signWithoutZero(W))),
    penaltyMistake('sign-of-zero-minus', right, (W, lambda) => tf.mul(-lambda, signWithoutZero(tf.neg(W)))),
    penaltyMistake('divided-by-zero', right, (W, lambda) => tf.mul(lambda, tf.div(W, tf.abs(W)))),
    penaltyMistake('divided-by-epsilon', right, (W, lambda) => tf.mul(lambda, tf.div(W, tf.add(tf.abs(W), 1e-8)))),
    penaltyMistake(
      'sum-without-absolute',
      (W, lambda: number) => tf.mul(lambda, tf.sum(W)),
      (W, lambda) => tf.mul(lambda, tf.sign(W)),
    ),
    penaltyMistake(
      'absolute-of-the-sum',
      (W, lambda: number) => tf.mul(lambda, tf.abs(tf.sum(W))),
      (W, lambda) => tf.mul(lambda, tf.sign(W)),
    ),
    penaltyMistake('gradient-without-strength', right, (W) => tf.sign(W)),
    penaltyMistake('gradient-without-sign', right, (W, lambda) => tf.fill(W.shape, lambda)),
    penaltyMistake(
      'mean-in-penalty',
      (W, lambda: number) => tf.mul(lambda, tf.mean(tf.abs(W))),
      (W, lambda) => tf.mul(lambda, tf.sign(W)),
    ),
    penaltyMistake('gradient-of-l2', right, (W, lambda) => tf.mul(2 * lambda, W)),
    penaltyMistake(
      'mean-for-sum',
      (W, lambda: number) => tf.mul(lambda, tf.mean(tf.abs(W))),
      (W, lambda) => tf.mul(lambda / W.size, tf.sign(W)),
    ),
  ],
  alternatives: alternatives.l1Penalty,
  witnesses: [
    { name: 'tf.regularizers.l1', compute: (W, lambda) => ({ penalty: tf.regularizers.l1({ l1: lambda }).apply(W) }) },
    // In tfjs the slope of |w| at 0 is −1.
    {
      name: 'tf.grad',
      compute: (W, lambda) => ({ dW: tf.grad((w: tf.Tensor) => right(w, lambda))(W) }),
      on: awayFromZero,
    },
  ],
  forbidden: libraryAnswers,
});
