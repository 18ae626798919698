import * as tf from '@tensorflow/tfjs';
import { defineExercise, fixedCase, libraryAnswers, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { checksOfDecayToZero, drawnStep, endSteps } from './decayCases';
import { linearDecay as solution } from './schedules';

export const linearDecay = defineExercise({
  name: 'linearDecay',
  arguments: ['lr0', 't', 'total'],
  reference: solution,
  cases: [fixedCase('by-hand', { lr0: 0.2, t: 25, total: 100 }), drawnStep, ...endSteps],
  checks: checksOfDecayToZero,
  mistakes: wrong<typeof solution>({
    'below-zero': (lr0, t, total) => lr0 * (1 - t / total),
    upwards: (lr0, t, total) => lr0 * Math.min(t / total, 1),
    'turned-up-again': (lr0, t, total) => lr0 * Math.abs(1 - t / total),
    squared: (lr0, t, total) => lr0 * (1 - Math.min(t / total, 1)) ** 2,
    'one-step-ahead': (lr0, t, total) => lr0 * Math.max(1 - (t + 1) / total, 0),
    'never-zero': (lr0, t, total) => lr0 * (1 - Math.min(t, total - 1) / total),
    'rate-not-on-the-line': (lr0, t, total) => Math.max(lr0 - t / total, 0),
    'ends-a-step-early': (lr0, t, total) => lr0 * Math.max(1 - t / (total - 1), 0),
  }),
  alternatives: alternatives.linearDecay,
  witnesses: [
    {
      name: 'tf.linspace, read at t',
      compute: (lr0, t, total) => tf.linspace(lr0, 0, total + 1).arraySync()[t] ?? 0,
    },
  ],
  forbidden: libraryAnswers,
});
