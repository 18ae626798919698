import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';
import { defineExercise, fixedCase, libraryAnswers, randomCase, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { checksOfDecay, drawnEnd, rate } from './decayCases';
import { stepDecay as solution } from './schedules';

export const stepDecay = defineExercise({
  name: 'stepDecay',
  arguments: ['lr0', 'factor', 'every', 't'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { lr0: 0.8, factor: 0.25, every: 10, t: 27 }),
    fixedCase(
      'before-the-first-drop',
      { lr0: 0.8, factor: 0.25, every: 10, t: 3 },
      { label: 'the rate has not dropped yet' },
    ),
    randomCase('random', (random) => {
      const every = random.integer(4, 9);
      const t = every * random.integer(2, 6) + random.integer(1, every - 2);
      return { lr0: rate(random), factor: random.number(0.2, 0.4), every, t };
    }),
    fixedCase(
      'at-the-drop',
      { lr0: 0.8, factor: 0.25, every: 10, t: 20 },
      { label: 't is a multiple of every', reserved: true },
    ),
    fixedCase(
      'just-before',
      { lr0: 0.8, factor: 0.25, every: 10, t: 29 },
      { label: 'the rate drops at the next step', reserved: true },
    ),
    fixedCase('start', { lr0: 0.8, factor: 0.25, every: 1, t: 0 }, { label: 't = 0', reserved: true }),
    fixedCase('no-rate', { lr0: 0, factor: 0.25, every: 10, t: 27 }, { label: 'lr0 = 0', reserved: true }),
    fixedCase('no-factor', { lr0: 0.8, factor: 0, every: 10, t: 27 }, { label: 'factor = 0', reserved: true }),
    fixedCase('each-step', { lr0: 0.5, factor: 0.9, every: 1, t: 6 }, { label: 'every = 1', reserved: true }),
    drawnEnd((random) => {
      const every = random.integer(4, 9);
      const t = every * random.integer(2, 5) - random.integer(0, 1);
      return { lr0: rate(random), factor: random.number(0.2, 0.4), every, t };
    }),
  ],
  checks: checksOfDecay('edges', [
    'at-the-drop',
    'just-before',
    'start',
    'no-rate',
    'no-factor',
    'each-step',
    'drawn-end',
  ]),
  mistakes: wrong<typeof solution>({
    // lr0 * factor ^ drops: the bitwise XOR of integers, after the product
    'caret-for-power': (lr0, factor, every, t) => (lr0 * factor) ^ Math.floor(t / every),
    // lr0 * (factor ^ drops), where the factor is truncated to 0
    'caret-for-the-power-alone': (lr0, factor, every, t) => lr0 * (factor ^ Math.floor(t / every)),
    'no-stairs': (lr0, factor, every, t) => lr0 * factor ** (t / every),
    rounded: (lr0, factor, every, t) => lr0 * factor ** Math.round(t / every),
    'drops-at-once': (lr0, factor, every, t) => lr0 * factor ** Math.ceil(t / every),
    'one-step-late': (lr0, factor, every, t) => lr0 * factor ** Math.max(Math.floor((t - 1) / every), 0),
    'drops-once': (lr0, factor, every, t) => (t < every ? lr0 : lr0 * factor),
    'factor-times-drops': (lr0, factor, every, t) => (t < every ? lr0 : lr0 * factor * Math.floor(t / every)),
    'only-at-the-drop': (lr0, factor, every, t) => (t > 0 && t % every === 0 ? lr0 * factor : lr0),
    'at-each-multiple': (lr0, factor, every, t) => (t % every === 0 ? lr0 * factor : lr0),
    'one-step-early': (lr0, factor, every, t) => lr0 * factor ** Math.floor((t + 1) / every),
    'factor-taken-away': (lr0, factor, every, t) => lr0 * (1 - factor) ** Math.floor(t / every),
    'divided-by-factor': (lr0, factor, every, t) => lr0 / factor ** Math.floor(t / every),
    'remainder-for-quotient': (lr0, factor, every, t) => lr0 * factor ** (t % every),
  }),
  alternatives: alternatives.stepDecay,
  witnesses: [
    {
      name: 'tf.pow and tf.floorDiv',
      compute: (lr0, factor, every, t) =>
        (tf.pow(factor, tf.floorDiv(tf.scalar(t), tf.scalar(every))).mul(lr0) as Scalar).arraySync(),
    },
  ],
  forbidden: libraryAnswers,
});
