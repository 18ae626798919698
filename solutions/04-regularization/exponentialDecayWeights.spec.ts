import * as tf from '@tensorflow/tfjs';
import type { Tensor1D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { decayMistake, timesBetween } from './mistakes';
import * as solution from './regularization';

const exponential = (t: number, learningRate: number, lambda: number): number => Math.exp(-learningRate * lambda * t);

export const exponentialDecayWeights = defineExercise({
  name: 'exponentialDecayWeights',
  arguments: ['w0', 'learningRate', 'lambda', 'steps'],
  reference: solution.exponentialDecayWeights,
  cases: [
    fixedCase('by-hand', { w0: tensor([8, -4]), learningRate: 0.5, lambda: 1, steps: 2 }),
    randomCase('several', (random) => ({
      w0: random.normal([11]),
      learningRate: random.number(0.1, 0.3),
      lambda: random.number(0.4, 0.9),
      steps: random.integer(5, 8),
    })),
    randomCase(
      'square',
      (random) => ({
        w0: random.normal([4]),
        learningRate: random.number(0.5, 0.9),
        lambda: random.number(0.1, 0.4),
        steps: 3,
      }),
      { label: 'there are as many rows as weights' },
    ),
    fixedCase(
      'no-steps',
      { w0: tensor([1.5, -2, 0.5]), learningRate: 0.1, lambda: 0.5, steps: 0 },
      { label: 'no time passes' },
    ),
    fixedCase(
      'one-weight',
      { w0: tensor([-3]), learningRate: 0.2, lambda: 2, steps: 4 },
      { label: 'there is one weight' },
    ),
    fixedCase('fast', { w0: tensor([1, -2]), learningRate: 0.75, lambda: 2, steps: 5 }, { label: 'ηλ is above 1' }),
    fixedCase('no-rate', { w0: tensor([1.5, -2]), learningRate: 0, lambda: 0.5, steps: 3 }, { label: 'η is 0' }),
    fixedCase('no-strength', { w0: tensor([1.5, -2]), learningRate: 0.3, lambda: 0, steps: 3 }, { label: 'λ is 0' }),
  ],
  checks: [
    reference(undefined, { points: 7 }),
    property('firstRowIs', { points: 0.5, argument: 'w0' }),
    property('scalesWith', { points: 1, argument: 'w0', factor: -2, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    decayMistake('power-for-exponential', (t, learningRate, lambda) => (1 - learningRate * lambda) ** t),
    decayMistake('grows', (t, learningRate, lambda) => Math.exp(learningRate * lambda * t)),
    decayMistake('time-outside-exponent', (t, learningRate, lambda) => Math.exp(-learningRate * lambda) * t),
    decayMistake('one-row-short', exponential, { missing: 1 }),
    decayMistake('one-step-ahead', exponential, { first: 1 }),
    decayMistake('doubled-strength', (t, learningRate, lambda) => exponential(t, learningRate, 2 * lambda)),
    decayMistake('without-learning-rate', (t, _learningRate, lambda) => exponential(t, 1, lambda)),
  ],
  alternatives: alternatives.exponentialDecayWeights,
  witnesses: [
    {
      // e^(−z) = σ(−z)/σ(z)
      name: 'tf.sigmoid',
      compute: (w0, learningRate, lambda, steps) =>
        tf.tidy(() => {
          const z = tf.tensor1d(timesBetween(0, steps).map((t) => learningRate * lambda * t));
          return tf.outerProduct(tf.div<Tensor1D>(tf.sigmoid(tf.neg(z)), tf.sigmoid(z)), w0);
        }),
    },
  ],
  forbidden: libraryAnswers,
});
