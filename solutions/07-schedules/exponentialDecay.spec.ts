import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';
import { defineExercise, fixedCase, libraryAnswers, randomCase, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { checksOfDecay, drawnEnd, rate } from './decayCases';
import { exponentialDecay as solution } from './schedules';

export const exponentialDecay = defineExercise({
  name: 'exponentialDecay',
  arguments: ['lr0', 'k', 't'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { lr0: 0.1, k: 0.01, t: 100 }),
    fixedCase('later', { lr0: 0.1, k: 0.01, t: 300 }),
    randomCase('random', (random) => ({ lr0: rate(random), k: random.number(0.01, 0.04), t: random.integer(20, 80) })),
    fixedCase('first-step', { lr0: 0.3, k: 0.2, t: 1 }, { label: 't = 1', reserved: true }),
    fixedCase('start', { lr0: 0.3, k: 0.2, t: 0 }, { label: 't = 0', reserved: true }),
    fixedCase('no-decay', { lr0: 0.3, k: 0, t: 50 }, { label: 'k = 0', reserved: true }),
    fixedCase('no-rate', { lr0: 0, k: 0.2, t: 3 }, { label: 'lr0 = 0', reserved: true }),
    fixedCase('late', { lr0: 0.2, k: 0.1, t: 150 }, { label: 'the rate is nearly 0', reserved: true, small: true }),
    drawnEnd((random) => ({ lr0: rate(random), k: random.number(0.1, 0.3), t: random.integer(0, 2) })),
    drawnEnd((random) => ({ lr0: rate(random), k: random.number(0.1, 0.2), t: 1 }), 'drawn-first-step'),
  ],
  checks: checksOfDecay('ends', [
    'first-step',
    'start',
    'no-decay',
    'no-rate',
    'late',
    'drawn-end',
    'drawn-first-step',
  ]),
  mistakes: wrong<typeof solution>({
    growing: (lr0, k, t) => lr0 * Math.exp(k * t),
    'base-ten': (lr0, k, t) => lr0 * 10 ** (-k * t),
    'base-two': (lr0, k, t) => lr0 * 2 ** (-k * t),
    'share-a-step': (lr0, k, t) => lr0 * (1 - k) ** t,
    'power-of-k': (lr0, k, t) => lr0 * k ** t,
    'inverse-time': (lr0, k, t) => lr0 / (1 + k * t),
    'time-outside-exponent': (lr0, k, t) => lr0 * Math.exp(-k) * t,
    'straight-line': (lr0, k, t) => lr0 * (1 - k * t),
    'first-rate-missing': (_lr0, k, t) => Math.exp(-k * t),
  }),
  alternatives: alternatives.exponentialDecay,
  witnesses: [
    {
      // An exponential decay satisfies d(rate)/dt = −k·rate.
      name: 'tf.grad with respect to t, divided by −k',
      compute: (lr0, k, t) => {
        const slope = tf.grad((at) => tf.scalar(lr0).div(tf.exp(at.mul(k))));
        return (slope(tf.scalar(t)).div(-k) as Scalar).arraySync();
      },
      on: ['by-hand', 'later', 'random', 'first-step', 'start', 'late'],
    },
  ],
  forbidden: libraryAnswers,
});
