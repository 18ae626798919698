import * as tf from '@tensorflow/tfjs';
import type { Penalty } from 'descent';
import {
  defineExercise,
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { penaltyMistake, signWithoutZero } from './mistakes';
import * as solution from './regularization';

type OnePenalty = (W: tf.Tensor, lambda: number) => Penalty;

const awayFromZero = ['by-hand', 'matrix', 'cube', 'number'];
const value = (W: tf.Tensor, lambda1: number, lambda2: number): tf.Tensor =>
  tf.add(tf.mul(lambda1, tf.sum(tf.abs(W))), tf.mul(lambda2, tf.sum(tf.square(W))));
const slope = (W: tf.Tensor, lambda1: number, lambda2: number): tf.Tensor =>
  tf.add(tf.mul(lambda1, tf.sign(W)), tf.mul(2 * lambda2, W));

/** The elastic net as the sum of two penalties. */
const sumOf =
  (l1: OnePenalty, l2: OnePenalty) =>
  (W: tf.Tensor, lambda1: number, lambda2: number): Penalty =>
    tf.tidy(() => {
      const [first, second] = [l1(W, lambda1), l2(W, lambda2)];
      return { penalty: tf.add<tf.Scalar>(first.penalty, second.penalty), dW: tf.add(first.dW, second.dW) };
    });

export const elasticNetPenalty = defineExercise({
  name: 'elasticNetPenalty',
  arguments: ['W', 'lambda1', 'lambda2'],
  reference: solution.elasticNetPenalty,
  cases: [
    fixedCase('by-hand', { W: tensor([2, -1]), lambda1: 0.5, lambda2: 0.1 }),
    randomCase('matrix', (random) => ({
      W: random.normal([3, 4]),
      lambda1: random.number(0.5, 0.9),
      lambda2: random.number(0.1, 0.4),
    })),
    randomCase(
      'cube',
      (random) => ({ W: random.normal([2, 3, 2]), lambda1: random.number(0.1, 0.4), lambda2: random.number(1.5, 3) }),
      { label: 'W has rank 3 and λ₂ is above λ₁' },
    ),
    randomCase(
      'number',
      (random) => ({
        W: random.uniform([], -3, -1.5),
        lambda1: random.number(0.5, 0.9),
        lambda2: random.number(0.1, 0.4),
      }),
      { label: 'W has rank 0' },
    ),
    fixedCase(
      'some-zeros',
      {
        W: tensor([
          [0, 1.5, 0],
          [-2, 0, 0.5],
        ]),
        lambda1: 0.8,
        lambda2: 0.3,
      },
      { label: 'half of the weights are 0' },
    ),
    fixedCase('only-l1', { W: tensor([3, 0, -4]), lambda1: 0.1, lambda2: 0 }, { label: 'λ₂ is 0' }),
    fixedCase('only-l2', { W: tensor([3, 0, -4]), lambda1: 0, lambda2: 0.1 }, { label: 'λ₁ is 0' }),
    fixedCase(
      'tiny',
      { W: tensor([1e-6, -2e-7, 3e-8]), lambda1: 0.5, lambda2: 0.2 },
      { label: 'the weights are tiny, but not 0', small: true },
    ),
  ],
  checks: [
    reference('penalty', { points: 3.5 }),
    reference('dW', { points: 3.5 }),
    gradient({ points: 1.5, loss: 'penalty', gradient: 'dW', of: 'W', kinks: true, on: awayFromZero }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    penaltyMistake(
      'strengths-swapped',
      (W, lambda1: number, lambda2: number) => value(W, lambda2, lambda1),
      (W, lambda1, lambda2) => slope(W, lambda2, lambda1),
    ),
    penaltyMistake('strengths-swapped-in-gradient', value, (W, lambda1, lambda2) => slope(W, lambda2, lambda1)),
    penaltyMistake(
      'one-strength-for-both',
      (W, lambda1: number, _lambda2: number) => value(W, lambda1, lambda1),
      (W, lambda1) => slope(W, lambda1, lambda1),
    ),
    penaltyMistake('gradient-without-l1', value, (W, _lambda1, lambda2) => slope(W, 0, lambda2)),
    penaltyMistake('gradient-without-l2', value, (W, lambda1, _lambda2) => slope(W, lambda1, 0)),
    penaltyMistake(
      'strength-and-ratio',
      (W, strength: number, ratio: number) => value(W, strength * ratio, strength * (1 - ratio)),
      (W, strength, ratio) => slope(W, strength * ratio, strength * (1 - ratio)),
    ),
    penaltyMistake('gradient-without-two', value, (W, lambda1, lambda2) => slope(W, lambda1, lambda2 / 2)),
    penaltyMistake(
      'half-convention',
      (W, lambda1: number, lambda2: number) => value(W, lambda1, lambda2 / 2),
      (W, lambda1, lambda2) => slope(W, lambda1, lambda2 / 2),
    ),
    penaltyMistake('sign-of-zero-plus', value, (W, lambda1, lambda2) =>
      tf.add(tf.mul(lambda1, signWithoutZero(W)), tf.mul(2 * lambda2, W)),
    ),
  ],
  buildsOn: {
    l1Penalty: (neighbour) => sumOf(neighbour as OnePenalty, solution.l2Penalty),
    l2Penalty: (neighbour) => sumOf(solution.l1Penalty, neighbour as OnePenalty),
  },
  alternatives: alternatives.elasticNetPenalty,
  witnesses: [
    {
      name: 'tf.regularizers.l1l2',
      compute: (W, lambda1, lambda2) => ({ penalty: tf.regularizers.l1l2({ l1: lambda1, l2: lambda2 }).apply(W) }),
    },
    // In tfjs the slope of |w| at 0 is −1.
    {
      name: 'tf.grad',
      compute: (W, lambda1, lambda2) => ({ dW: tf.grad((w: tf.Tensor) => value(w, lambda1, lambda2))(W) }),
      on: awayFromZero,
    },
  ],
  forbidden: libraryAnswers,
});
