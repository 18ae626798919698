import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';
import { defineExercise, fixedCase, libraryAnswers, randomCase, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { checksOfDecay, drawnEnd, rate } from './decayCases';
import { inverseSqrtDecay as solution } from './schedules';

export const inverseSqrtDecay = defineExercise({
  name: 'inverseSqrtDecay',
  arguments: ['lr0', 't'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { lr0: 0.6, t: 9 }),
    randomCase('random', (random) => ({ lr0: rate(random), t: random.integer(5, 60) })),
    fixedCase('start', { lr0: 0.6, t: 0 }, { label: 't = 0', reserved: true }),
    fixedCase('no-rate', { lr0: 0, t: 9 }, { label: 'lr0 = 0', reserved: true }),
    fixedCase('first-step', { lr0: 0.6, t: 1 }, { label: 't = 1', reserved: true }),
    fixedCase('second-step', { lr0: 0.6, t: 2 }, { label: 't = 2', reserved: true }),
    fixedCase('late', { lr0: 0.6, t: 1_000_000 }, { label: 't is a million', reserved: true }),
    drawnEnd((random) => ({ lr0: rate(random), t: random.integer(0, 3) })),
    drawnEnd((random) => ({ lr0: rate(random), t: random.integer(100_000, 1_000_000) }), 'drawn-late'),
  ],
  checks: checksOfDecay('ends', ['start', 'no-rate', 'first-step', 'second-step', 'late', 'drawn-end', 'drawn-late']),
  mistakes: wrong<typeof solution>({
    'infinite-at-start': (lr0, t) => lr0 / Math.sqrt(t),
    'epsilon-for-maximum': (lr0, t) => lr0 / Math.sqrt(t + 1e-8),
    'zero-at-start': (lr0, t) => (t === 0 ? 0 : lr0 / Math.sqrt(t)),
    'shifted-by-one': (lr0, t) => lr0 / Math.sqrt(t + 1),
    'no-root': (lr0, t) => lr0 / Math.max(t, 1),
    'one-plus-root': (lr0, t) => lr0 / (1 + Math.sqrt(t)),
    'square-for-root': (lr0, t) => lr0 / Math.max(t, 1) ** 2,
    'root-of-all': (lr0, t) => Math.sqrt(lr0 / Math.max(t, 1)),
  }),
  alternatives: alternatives.inverseSqrtDecay,
  witnesses: [
    {
      name: 'tf.norm of t ones',
      compute: (lr0, t) => lr0 / (tf.norm(tf.ones([Math.max(t, 1)])) as Scalar).arraySync(),
      on: ['by-hand', 'random', 'start', 'first-step', 'second-step'],
    },
  ],
  forbidden: libraryAnswers,
});
