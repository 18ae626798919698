import * as tf from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  hiddenOnly,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { rangeTestRates as solution } from './schedules';

/** A list of rates, computed from the index. */
const list = (steps: number, rate: (i: number) => number): number[] => Array.from({ length: steps }, (_, i) => rate(i));
/** The rate at this share of the logarithmic range. */
const between = (lrMin: number, lrMax: number, share: number): number => lrMin * (lrMax / lrMin) ** share;

interface Range {
  readonly lrMin: number;
  readonly lrMax: number;
  readonly steps: number;
}

/** The last rates of stepwise computations, in which each step rounds. */
const roundedEnds = ({ lrMin, lrMax, steps }: Range): readonly number[] => {
  const stepped = (start: number, next: (at: number) => number): number =>
    list(steps - 1, () => 0).reduce((at) => next(at), start);
  const ratio = (lrMax / lrMin) ** (1 / (steps - 1));
  const second = lrMin * ratio;
  const logs = (Math.log(lrMax) - Math.log(lrMin)) / (steps - 1);
  return [
    stepped(lrMin, (at) => at * ratio),
    stepped(lrMin, (at) => at * (second / lrMin)),
    stepped(lrMin, (at) => at * Math.exp(logs)),
    Math.exp(stepped(Math.log(lrMin), (at) => at + logs)),
    between(
      lrMin,
      lrMax,
      stepped(0, (at) => at + 1 / (steps - 1)),
    ),
  ];
};

/** Draws ranges until all of these are on one side of lrMax, so rounding doesn't decide whether the last rate is lost. */
function drawn<R extends Range>(draw: () => R): R {
  for (;;) {
    const range = draw();
    const isAbove = roundedEnds(range).map((end) => end > range.lrMax);
    if (new Set(isAbove).size === 1) return range;
  }
}

export const rangeTestRates = defineExercise({
  name: 'rangeTestRates',
  arguments: ['lrMin', 'lrMax', 'steps'],
  reference: solution,
  // All are `small`, since the size of each rate matters.
  cases: [
    fixedCase('by-hand', { lrMin: 0.001, lrMax: 1, steps: 4 }, { small: true }),
    randomCase(
      'random',
      (random) =>
        drawn(() => ({
          lrMin: random.number(1e-4, 1e-3),
          lrMax: random.number(0.1, 0.9),
          steps: random.integer(5, 9),
        })),
      {
        small: true,
      },
    ),
    randomCase(
      'wide',
      (random) =>
        drawn(() => ({
          lrMin: random.number(1e-8, 1e-7),
          lrMax: random.number(5, 20),
          steps: random.integer(10, 30),
        })),
      {
        label: 'the rates span nine powers of ten',
        small: true,
      },
    ),
    // Nine products of ratios, or sums of logarithms or shares, all end slightly above lrMax …
    fixedCase(
      'product-too-large',
      { lrMin: 0.0001, lrMax: 0.1, steps: 10 },
      { label: 'a rounded product exceeds lrMax', small: true },
    ),
    // … and these fourteen slightly below it.
    fixedCase(
      'product-too-small',
      { lrMin: 0.00001, lrMax: 1, steps: 15 },
      { label: 'a rounded product stays below lrMax', small: true },
    ),
    fixedCase('above-one', { lrMin: 2, lrMax: 32, steps: 5 }, { label: 'all rates are above 1', small: true }),
    fixedCase('two', { lrMin: 0.01, lrMax: 0.5, steps: 2 }, { label: 'steps = 2', reserved: true, small: true }),
    fixedCase('three', { lrMin: 0.01, lrMax: 0.64, steps: 3 }, { label: 'steps = 3', reserved: true, small: true }),
    randomCase(
      'drawn-few',
      (random) =>
        drawn(() => ({
          lrMin: random.number(1e-3, 1e-2),
          lrMax: random.number(0.1, 0.9),
          steps: random.integer(2, 3),
        })),
      { small: true, reserved: true, copies: hiddenOnly },
    ),
  ],
  checks: [
    reference(undefined, { points: 7 }),
    reference(undefined, { id: 'fewRates', points: 2, on: ['two', 'three', 'drawn-few'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'last-lost-to-rounding': (lrMin, lrMax, steps) => {
      const rates: number[] = [];
      for (let rate = lrMin; rate <= lrMax; rate *= (lrMax / lrMin) ** (1 / (steps - 1))) rates.push(rate);
      return rates;
    },
    'one-more-by-rounding': (lrMin, lrMax, steps) => {
      const rates: number[] = [];
      for (let rate = lrMin; rate < lrMax; rate *= (lrMax / lrMin) ** (1 / (steps - 1))) rates.push(rate);
      return [...rates, lrMax];
    },
    // lrMin * (lrMax / lrMin) ^ (i / (steps − 1)): the bitwise XOR of integers, after the product
    'caret-for-power': (lrMin, lrMax, steps) => list(steps, (i) => (lrMin * (lrMax / lrMin)) ^ (i / (steps - 1))),
    'evenly-spaced': (lrMin, lrMax, steps) => list(steps, (i) => lrMin + ((lrMax - lrMin) * i) / (steps - 1)),
    'last-missing': (lrMin, lrMax, steps) => list(steps, (i) => between(lrMin, lrMax, i / steps)),
    'one-too-many': (lrMin, lrMax, steps) => list(steps + 1, (i) => between(lrMin, lrMax, i / steps)),
    'exponents-for-rates': (lrMin, lrMax, steps) =>
      list(steps, (i) => Math.log10(between(lrMin, lrMax, i / (steps - 1)))),
    'mixed-bases': (lrMin, lrMax, steps) => list(steps, (i) => 10 ** Math.log(between(lrMin, lrMax, i / (steps - 1)))),
    falling: (lrMin, lrMax, steps) => list(steps, (i) => between(lrMax, lrMin, i / (steps - 1))),
    'twice-each': (lrMin, lrMax, steps) => list(steps, (i) => Math.min(lrMin * 2 ** i, lrMax)),
    'ten-times-each': (lrMin, lrMax, steps) => list(steps, (i) => Math.min(lrMin * 10 ** i, lrMax)),
  }),
  alternatives: alternatives.rangeTestRates,
  witnesses: [
    {
      name: 'tf.exp of tf.linspace',
      compute: (lrMin, lrMax, steps) =>
        tf.exp(tf.linspace(Math.log(lrMin), Math.log(lrMax), steps)).arraySync() as number[],
    },
  ],
  forbidden: libraryAnswers,
});
