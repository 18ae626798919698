import * as tf from '@tensorflow/tfjs';
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
import { decayMistake, mistake, timesBetween, weightsOverTime } from './mistakes';
import * as solution from './regularization';

const power = (t: number, learningRate: number, lambda: number): number => (1 - learningRate * lambda) ** t;

export const decayWeights = defineExercise({
  name: 'decayWeights',
  arguments: ['w0', 'learningRate', 'lambda', 'steps'],
  reference: solution.decayWeights,
  cases: decayCases('no step is taken', [
    fixedCase(
      'overshoot',
      { w0: tensor([1, -2]), learningRate: 0.75, lambda: 2, steps: 5 },
      { label: 'ηλ is above 1' },
    ),
    fixedCase('at-once', { w0: tensor([1, -2]), learningRate: 0.5, lambda: 2, steps: 3 }, { label: 'ηλ is 1' }),
  ]),
  checks: [
    reference(undefined, { points: 7 }),
    property('firstRowIs', { points: 0.5, argument: 'w0' }),
    property('scalesWith', { points: 1, argument: 'w0', factor: -2, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    // (1 − ηλ) ^ t, which is the bitwise XOR of integers
    decayMistake('caret-for-power', (t, learningRate, lambda) => (1 - learningRate * lambda) ^ t),
    decayMistake('times-t', (t, learningRate, lambda) => (1 - learningRate * lambda) * t),
    decayMistake('falls-in-a-line', (t, learningRate, lambda) => 1 - learningRate * lambda * t),
    decayMistake('one-row-short', power, { missing: 1 }),
    decayMistake('one-step-ahead', power, { first: 1 }),
    decayMistake('first-row-missing', power, { first: 1, missing: 1 }),
    decayMistake('doubled-strength', (t, learningRate, lambda) => power(t, learningRate, 2 * lambda)),
    decayMistake('without-learning-rate', (t, _learningRate, lambda) => power(t, 1, lambda)),
    decayMistake('exponential', (t, learningRate, lambda) => Math.exp(-learningRate * lambda * t)),
    mistake('transposed', (w0, learningRate, lambda, steps) =>
      tf.tidy(() => tf.transpose(weightsOverTime(w0, timesBetween(0, steps), (t) => power(t, learningRate, lambda)))),
    ),
  ],
  alternatives: alternatives.decayWeights,
  witnesses: [
    {
      name: 'tf.train.sgd on (λ/2)Σw²',
      compute: (w0, learningRate, lambda, steps) => {
        const w = tf.variable(w0);
        const optimizer = tf.train.sgd(learningRate);
        const path = [w0.arraySync()];
        for (let t = 0; t < steps; t += 1) {
          optimizer.minimize(() => tf.mul<tf.Scalar>(lambda / 2, tf.sum(tf.square(w))), false, [w]);
          path.push(w.arraySync());
        }
        w.dispose();
        return tf.tensor2d(path);
      },
    },
  ],
  forbidden: libraryAnswers,
});
