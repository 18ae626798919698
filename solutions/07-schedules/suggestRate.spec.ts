import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  wrong,
  type Inputs,
  type Random,
} from 'descent/author';
import * as alternatives from './alternatives';
import { suggestRate as solution } from './schedules';

/** A range test with unevenly spaced rates. The first loss is the highest, so the loss falls somewhere. */
function rangeTest(random: Random): Inputs {
  const rates = [random.number(1e-4, 1e-3)];
  const losses = [4];
  for (let i = 1; i < 8; i += 1) {
    rates.push((rates.at(-1) ?? NaN) * random.number(1.3, 6));
    losses.push(random.number(0.5, 3.5));
  }
  return { rates, losses };
}

interface Interval {
  readonly start: number;
  readonly end: number;
  readonly fall: number;
  /** The fall as a share of the loss at the start. */
  readonly share: number;
  /** log(end) − log(start) */
  readonly length: number;
}

/** The losses before the first one that isn't finite. */
function finiteStart(losses: readonly number[]): readonly number[] {
  const broken = losses.findIndex((loss) => !Number.isFinite(loss));
  return broken === -1 ? losses : losses.slice(0, broken);
}

/** The intervals before the first loss that isn't finite. */
function intervals(rates: readonly number[], losses: readonly number[]): readonly Interval[] {
  return rates.slice(1, finiteStart(losses).length).map((end, i) => {
    const [start, loss] = [rates[i] ?? NaN, losses[i] ?? NaN];
    const fall = loss - (losses[i + 1] ?? NaN);
    return { start, end, fall, share: fall / loss, length: Math.log(end / start) };
  });
}

/** The element for which `value` is largest. */
const largest = <T>(items: readonly T[], value: (item: T) => number): T | undefined =>
  items.toSorted((a, b) => value(b) - value(a))[0];

const steepness = ({ fall, length }: Interval): number => fall / length;

/** The start of the interval for which `value` is largest. */
const startWith =
  (value: (interval: Interval) => number): typeof solution =>
  (rates, losses) =>
    largest(intervals(rates, losses), value)?.start ?? NaN;

/** The solution on the losses that `keeps` accepts. */
const among =
  (keeps: (loss: number) => boolean): typeof solution =>
  (rates, losses) =>
    solution(
      rates.filter((_, i) => keeps(losses[i] ?? NaN)),
      losses.filter(keeps),
    );

const points = (rates: readonly number[], losses: readonly number[]): readonly { rate: number; loss: number }[] =>
  rates.map((rate, i) => ({ rate, loss: losses[i] ?? NaN })).filter(({ loss }) => Number.isFinite(loss));

/** The points before the first loss that isn't finite. */
const unbroken = (rates: readonly number[], losses: readonly number[]): ReturnType<typeof points> =>
  points(rates.slice(0, finiteStart(losses).length), losses);

export const suggestRate = defineExercise({
  name: 'suggestRate',
  arguments: ['rates', 'losses'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { rates: [0.001, 0.01, 0.1], losses: [3, 2.9, 1] }),
    fixedCase(
      'uneven',
      { rates: [0.001, 0.002, 0.02, 0.04, 0.4], losses: [5, 4.6, 3.4, 2.8, 2.7] },
      { label: 'rates are spaced unevenly' },
    ),
    fixedCase(
      'three-measures',
      { rates: [0.001, 0.1, 0.2, 2], losses: [5, 3, 2.2, 1] },
      { label: 'the largest, the largest relative and the steepest fall are in different intervals' },
    ),
    fixedCase(
      'rise',
      { rates: [0.001, 0.01, 0.1, 1, 10], losses: [3, 2.8, 2.1, 1.9, 9] },
      { label: 'the loss rises at the end' },
    ),
    fixedCase(
      'many-rates',
      {
        rates: Array.from({ length: 13 }, (_, i) => 2 ** (i - 6)),
        losses: [3, 2.9, 2.8, 2.7, 2.6, 2.5, 2.4, 2.3, 2.2, 2.1, 2, 1, 0.9],
      },
      { label: 'there are many rates' },
    ),
    fixedCase(
      'tiny-rates',
      { rates: [1e-10, 1e-9, 1e-8, 1e-7], losses: [3, 1.5, 1, 0.5] },
      { label: 'all rates are tiny' },
    ),
    randomCase('random', rangeTest, { copies: { public: 2, hidden: 3 } }),
    fixedCase('two', { rates: [0.3, 0.5], losses: [2, 1] }, { label: 'there are two rates', reserved: true }),
    fixedCase(
      'nan',
      { rates: [0.001, 0.01, 0.1, 1, 10, 100], losses: [4, 3.8, 2.5, NaN, 2.4, 0.1] },
      { label: 'a loss is NaN', reserved: true },
    ),
    fixedCase(
      'gap',
      { rates: [0.001, 0.01, 0.1, 1, 10, 100], losses: [4, 3.8, 3, NaN, 0.2, 0.1] },
      { label: 'the loss is far lower after a NaN', reserved: true },
    ),
    fixedCase(
      'infinite',
      { rates: [0.001, 0.01, 0.1, 1, 10, 100], losses: [4, 3.8, 2.5, Infinity, 2.4, 0.1] },
      { label: 'a loss is infinite', reserved: true },
    ),
    fixedCase(
      'minus-infinite',
      { rates: [0.001, 0.01, 0.1, 1], losses: [4, 3.1, 2.5, -Infinity] },
      { label: 'the last loss is −Infinity', reserved: true },
    ),
    randomCase(
      'diverging',
      (random) => {
        const { rates, losses } = rangeTest(random) as { rates: number[]; losses: number[] };
        return { rates, losses: losses.map((loss, i) => (i === 4 ? NaN : i > 4 ? -loss * 10 ** i : loss)) };
      },
      { label: 'the training diverges halfway', reserved: true },
    ),
  ],
  checks: [
    reference(undefined, { points: 6.5 }),
    reference(undefined, {
      id: 'diverging',
      points: 2.5,
      on: ['two', 'nan', 'gap', 'infinite', 'minus-infinite', 'diverging'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'lowest-loss': (rates, losses) => largest(points(rates, losses), ({ loss }) => -loss)?.rate ?? NaN,
    'tenth-of-lowest-loss': (rates, losses) => (largest(points(rates, losses), ({ loss }) => -loss)?.rate ?? NaN) / 10,
    'lowest-before-breaking': (rates, losses) => largest(unbroken(rates, losses), ({ loss }) => -loss)?.rate ?? NaN,
    'tenth-of-lowest-before-breaking': (rates, losses) =>
      (largest(unbroken(rates, losses), ({ loss }) => -loss)?.rate ?? NaN) / 10,
    // if (losses[i] < losses[best]) …, which is false for NaN, and true for −Infinity
    'lowest-of-all-losses': (rates, losses) =>
      rates[losses.reduce((best, loss, i) => (loss < (losses[best] ?? NaN) ? i : best), 0)] ?? NaN,
    // Math.min is NaN if one loss is, and there is no rate at its index, −1.
    'minimum-spoilt-by-nan': (rates, losses) => rates[losses.indexOf(Math.min(...losses))] as number,
    'end-of-interval': (rates, losses) => largest(intervals(rates, losses), steepness)?.end ?? NaN,
    // np.gradient(losses).argmin(): half the difference of both neighbours, one-sided at the ends
    'least-central-difference': (rates, losses) => {
      const known = finiteStart(losses);
      const at = (i: number): number => known[Math.min(Math.max(i, 0), known.length - 1)] ?? NaN;
      const slope = (i: number): number => {
        const [from, to] = [Math.max(i - 1, 0), Math.min(i + 1, known.length - 1)];
        return (at(to) - at(from)) / (to - from);
      };
      return rates[largest([...known.keys()], (i) => -slope(i)) ?? 0] ?? NaN;
    },
    'fall-not-divided': startWith(({ fall }) => fall),
    'share-for-fall': startWith(({ share }) => share),
    'fall-per-rate': startWith(({ fall, start, end }) => fall / (end - start)),
    'steepest-either-way': startWith((interval) => Math.abs(steepness(interval))),
    'place-for-rate': (rates, losses) => rates.indexOf(solution(rates, losses)),
    'broken-losses-left-out': among(Number.isFinite),
    'goes-on-after-nan': (rates, losses) => {
      const starts = losses.flatMap((loss, i) => (Number.isFinite(loss) && Number.isFinite(losses[i + 1]) ? [i] : []));
      const slope = (i: number): number =>
        ((losses[i] ?? NaN) - (losses[i + 1] ?? NaN)) / Math.log((rates[i + 1] ?? NaN) / (rates[i] ?? NaN));
      return rates[largest(starts, slope) ?? 0] ?? NaN;
    },
    'infinity-counts': (rates, losses) => {
      const broken = losses.findIndex((loss) => Number.isNaN(loss));
      const slopes = rates
        .slice(1, broken === -1 ? undefined : broken)
        .map((rate, i) => ((losses[i + 1] ?? NaN) - (losses[i] ?? NaN)) / Math.log(rate / (rates[i] ?? NaN)));
      return rates[slopes.indexOf(Math.min(...slopes))] ?? NaN;
    },
  }),
  alternatives: alternatives.suggestRate,
  witnesses: [],
  forbidden: libraryAnswers,
});
