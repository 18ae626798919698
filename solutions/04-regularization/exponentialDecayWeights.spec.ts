import * as tf from '@tensorflow/tfjs';
import type { Tensor1D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { decayCases } from './decayCases';
import { decayMistake, timesBetween } from './mistakes';
import * as solution from './regularization';

const exponential = (t: number, learningRate: number, lambda: number): number => Math.exp(-learningRate * lambda * t);

export const exponentialDecayWeights = defineExercise({
  name: 'exponentialDecayWeights',
  arguments: ['w0', 'learningRate', 'lambda', 'steps'],
  reference: solution.exponentialDecayWeights,
  cases: decayCases('no time passes', [
    fixedCase('fast', { w0: tensor([1, -2]), learningRate: 0.75, lambda: 2, steps: 5 }, { label: 'ηλ is above 1' }),
  ]),
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
    decayMistake('first-row-missing', exponential, { first: 1, missing: 1 }),
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
