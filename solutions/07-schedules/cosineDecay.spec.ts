import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';
import { defineExercise, fixedCase, libraryAnswers, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { checksOfDecayToZero, drawnStep, endSteps } from './decayCases';
import { cosineDecay as solution } from './schedules';

export const cosineDecay = defineExercise({
  name: 'cosineDecay',
  arguments: ['lr0', 't', 'total'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { lr0: 0.2, t: 25, total: 100 }),
    fixedCase('later', { lr0: 0.2, t: 60, total: 90 }),
    fixedCase('short', { lr0: 0.2, t: 1, total: 3 }),
    drawnStep,
    ...endSteps,
  ],
  checks: checksOfDecayToZero,
  mistakes: wrong<typeof solution>({
    'rises-again': (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos((Math.PI * t) / total)),
    restarts: (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos((Math.PI * (t % total)) / total)),
    'product-before-sum': (lr0, t, total) => 0.5 * lr0 * 1 + Math.cos(Math.PI * Math.min(t / total, 1)),
    'half-missing': (lr0, t, total) => lr0 * (1 + Math.cos(Math.PI * Math.min(t / total, 1))),
    'one-missing': (lr0, t, total) => lr0 * Math.cos(Math.PI * Math.min(t / total, 1)),
    'quarter-wave': (lr0, t, total) => lr0 * Math.cos((Math.PI / 2) * Math.min(t / total, 1)),
    'pi-missing': (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos(Math.min(t / total, 1))),
    degrees: (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos(180 * Math.min(t / total, 1))),
    'whole-wave': (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos(2 * Math.PI * Math.min(t / total, 1))),
    upwards: (lr0, t, total) => 0.5 * lr0 * (1 - Math.cos(Math.PI * Math.min(t / total, 1))),
    'ends-a-step-early': (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos(Math.PI * Math.min(t / (total - 1), 1))),
  }),
  alternatives: alternatives.cosineDecay,
  witnesses: [
    {
      // lr0·π/2T·∫ₜᵀ sin(πs/T) ds, with the integral of tf.sin by Simpson's rule
      name: "Simpson's rule on tf.sin",
      compute: (lr0, t, total) => {
        const intervals = 2000;
        const weights = tf.tensor1d(
          Array.from({ length: intervals + 1 }, (_, i) => (i % intervals === 0 ? 1 : i % 2 === 1 ? 4 : 2)),
        );
        const angles = tf.linspace((Math.PI * t) / total, Math.PI, intervals + 1);
        const integral =
          (tf.sin(angles).mul(weights).sum() as Scalar).arraySync() * ((Math.PI * (1 - t / total)) / intervals / 3);
        return (lr0 / 2) * integral;
      },
      on: ['by-hand', 'later', 'random', 'start', 'last-step', 'end'],
    },
  ],
  forbidden: libraryAnswers,
});
