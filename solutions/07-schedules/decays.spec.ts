/** The five decays, whose checks are alike. */
import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  hiddenOnly,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  type CaseSpec,
  type CheckSpec,
  type Inputs,
  type Random,
} from 'descent/author';
import * as alternatives from './alternatives';
import { wrong } from './mistakes';
import * as solution from './schedules';

/** Rates on ordinary steps, and on those that need care. */
function checksOfDecay(id: string, on: readonly string[]): readonly CheckSpec[] {
  return [
    reference(undefined, { points: 6 }),
    reference(undefined, { id, points: 2, on }),
    property('scalesWith', { points: 1, argument: 'lr0', factor: 3, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ];
}

const rate = (random: Random): number => random.number(0.05, 0.9);

/** A step that needs care, as the hidden seed draws it. */
const drawnEnd = (draw: (random: Random) => Inputs, id = 'drawn-end'): CaseSpec =>
  randomCase(id, draw, { reserved: true, copies: hiddenOnly });

/** Where a rate is 0 after `total` steps: the last before, and some after. */
const lastSteps: readonly CaseSpec[] = [
  drawnEnd((random) => {
    const total = random.integer(30, 60);
    return { lr0: rate(random), t: total - 1, total };
  }),
  drawnEnd((random) => {
    const total = random.integer(30, 60);
    return { lr0: rate(random), t: total + random.integer(0, 60), total };
  }, 'drawn-after'),
];

export const exponentialDecay = defineExercise({
  name: 'exponentialDecay',
  arguments: ['lr0', 'k', 't'],
  reference: solution.exponentialDecay,
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
  mistakes: wrong<typeof solution.exponentialDecay>({
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
      // d(rate)/dt = −k·rate is what makes it exponential.
      name: 'tf.grad with respect to t, over −k',
      compute: (lr0, k, t) => {
        const slope = tf.grad((at) => tf.scalar(lr0).div(tf.exp(at.mul(k))));
        return (slope(tf.scalar(t)).div(-k) as Scalar).arraySync();
      },
      on: ['by-hand', 'later', 'random', 'first-step', 'start', 'late'],
    },
  ],
  forbidden: libraryAnswers,
});

export const stepDecay = defineExercise({
  name: 'stepDecay',
  arguments: ['lr0', 'factor', 'every', 't'],
  reference: solution.stepDecay,
  cases: [
    fixedCase('by-hand', { lr0: 0.8, factor: 0.25, every: 10, t: 27 }),
    fixedCase(
      'before-the-first-drop',
      { lr0: 0.8, factor: 0.25, every: 10, t: 3 },
      { label: 'nothing has dropped yet' },
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
      { label: 'the next step drops', reserved: true },
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
  mistakes: wrong<typeof solution.stepDecay>({
    // lr0 · factor ^ drops, where the operator takes whole numbers bit by bit, after the product.
    'caret-for-power': (lr0, factor, every, t) => (lr0 * factor) ^ Math.floor(t / every),
    // lr0 · (factor ^ drops), which keeps of the factor what is whole: 0.
    'caret-for-the-power-alone': (lr0, factor, every, t) => lr0 * (factor ^ Math.floor(t / every)),
    'no-stairs': (lr0, factor, every, t) => lr0 * factor ** (t / every),
    rounded: (lr0, factor, every, t) => lr0 * factor ** Math.round(t / every),
    'drops-at-once': (lr0, factor, every, t) => lr0 * factor ** Math.ceil(t / every),
    'one-step-late': (lr0, factor, every, t) => lr0 * factor ** Math.max(Math.floor((t - 1) / every), 0),
    'drops-once': (lr0, factor, every, t) => (t < every ? lr0 : lr0 * factor),
    'factor-times-drops': (lr0, factor, every, t) => (t < every ? lr0 : lr0 * factor * Math.floor(t / every)),
    'only-at-the-drop': (lr0, factor, every, t) => (t > 0 && t % every === 0 ? lr0 * factor : lr0),
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

export const cosineDecay = defineExercise({
  name: 'cosineDecay',
  arguments: ['lr0', 't', 'total'],
  reference: solution.cosineDecay,
  cases: [
    fixedCase('by-hand', { lr0: 0.2, t: 25, total: 100 }),
    fixedCase('later', { lr0: 0.2, t: 60, total: 90 }),
    fixedCase('short', { lr0: 0.2, t: 1, total: 3 }),
    randomCase('random', (random) => {
      const total = random.integer(30, 90);
      return { lr0: rate(random), t: random.integer(3, Math.floor(total / 2) - 2), total };
    }),
    fixedCase('start', { lr0: 0.2, t: 0, total: 40 }, { label: 't = 0', reserved: true }),
    fixedCase('no-rate', { lr0: 0, t: 10, total: 40 }, { label: 'lr0 = 0', reserved: true }),
    fixedCase(
      'last-step',
      { lr0: 0.2, t: 39, total: 40 },
      { label: 't is the last step before total', reserved: true },
    ),
    fixedCase('end', { lr0: 0.2, t: 40, total: 40 }, { label: 't = total', reserved: true }),
    fixedCase('after', { lr0: 0.2, t: 55, total: 40 }, { label: 't is beyond total', reserved: true }),
    fixedCase('long-after', { lr0: 0.2, t: 90, total: 40 }, { label: 't is twice total and more', reserved: true }),
    ...lastSteps,
  ],
  checks: checksOfDecay('ends', [
    'start',
    'no-rate',
    'last-step',
    'end',
    'after',
    'long-after',
    'drawn-end',
    'drawn-after',
  ]),
  mistakes: wrong<typeof solution.cosineDecay>({
    'rises-again': (lr0, t, total) => 0.5 * lr0 * (1 + Math.cos((Math.PI * t) / total)),
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
      // lr0·π/2T·∫ₜᵀ sin(πs/T) ds, and the integral of tfjs's sine by Simpson's rule.
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

export const linearDecay = defineExercise({
  name: 'linearDecay',
  arguments: ['lr0', 't', 'total'],
  reference: solution.linearDecay,
  cases: [
    fixedCase('by-hand', { lr0: 0.2, t: 25, total: 100 }),
    randomCase('random', (random) => {
      const total = random.integer(30, 90);
      return { lr0: rate(random), t: random.integer(3, Math.floor(total / 2) - 2), total };
    }),
    fixedCase('start', { lr0: 0.2, t: 0, total: 40 }, { label: 't = 0', reserved: true }),
    fixedCase('no-rate', { lr0: 0, t: 10, total: 40 }, { label: 'lr0 = 0', reserved: true }),
    fixedCase(
      'last-step',
      { lr0: 0.2, t: 39, total: 40 },
      { label: 't is the last step before total', reserved: true },
    ),
    fixedCase('end', { lr0: 0.2, t: 40, total: 40 }, { label: 't = total', reserved: true }),
    fixedCase('after', { lr0: 0.2, t: 55, total: 40 }, { label: 't is beyond total', reserved: true }),
    fixedCase('long-after', { lr0: 0.2, t: 90, total: 40 }, { label: 't is twice total and more', reserved: true }),
    ...lastSteps,
  ],
  checks: checksOfDecay('ends', [
    'start',
    'no-rate',
    'last-step',
    'end',
    'after',
    'long-after',
    'drawn-end',
    'drawn-after',
  ]),
  mistakes: wrong<typeof solution.linearDecay>({
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

export const inverseSqrtDecay = defineExercise({
  name: 'inverseSqrtDecay',
  arguments: ['lr0', 't'],
  reference: solution.inverseSqrtDecay,
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
  mistakes: wrong<typeof solution.inverseSqrtDecay>({
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
