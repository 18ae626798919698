import {
  type CaseSpec,
  defineExercise,
  fixedCase,
  type Inputs,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  type Random,
  randomCase,
  reference,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives.searches';
import { converged as solution } from './training';

const losses = (
  id: string,
  lossHistory: readonly number[],
  tolerance: number,
  label?: string,
  reserved = false,
): CaseSpec => fixedCase(id, { lossHistory, tolerance }, label === undefined ? { reserved } : { label, reserved });

/** Hidden cases, too many to guess all verdicts. */
const drawnLosses = (id: string, draw: (random: Random) => Inputs): CaseSpec =>
  randomCase(id, draw, { reserved: true, copies: { public: 0, hidden: 6 } });

/** The verdict on the last two losses. */
const lastTwo =
  (verdict: (last: number, before: number, tolerance: number) => boolean): typeof solution =>
  (lossHistory, tolerance) =>
    lossHistory.length > 1 && verdict(lossHistory.at(-1) ?? NaN, lossHistory.at(-2) ?? NaN, tolerance);

const steps = (history: readonly number[]): number[] =>
  history.slice(1).map((loss, i) => Math.abs(loss - (history[i] ?? NaN)));

export const converged = defineExercise({
  name: 'converged',
  arguments: ['lossHistory', 'tolerance'],
  reference: solution,
  cases: [
    losses('by-hand', [5, 2, 1.75], 0.5),
    losses('still-falling', [5, 4.9, 2], 0.5, 'the loss still falls'),
    losses('was-flat', [3, 2.95, 2.9, 1.5, 0.1], 0.3, 'the loss was flat before'),
    losses('two', [0.75, 0.5], 0.4, 'there are two losses'),
    losses('rising', [3, 1, 4], 0.5, 'the loss rises at the end'),
    losses('rising-little', [3, 1, 1.125], 0.5, 'the loss rises slightly at the end'),
    losses('large', [900, 700, 699], 2, 'losses are large'),
    losses('small', [0.3, 0.02, 0.002], 0.01, 'losses are small'),
    losses('back', [1, 5, 1.1], 0.5, 'the last loss is close to the first'),
    losses('negative', [-1, -3, -3.25], 0.5, 'losses are negative'),
    losses('zero', [2, 0.25, 0], 0.5, 'the last loss is 0'),
    losses('equal', [2, 1, 1], 0.125, 'the last two losses are equal'),
    losses('long', [9, 8, 7, 6, 5, 4, 3, 2, 1.5, 1.25, 0.9, 0.1], 0.3, 'there are twelve losses'),
    randomCase('random', (random) => {
      const before = random.number(1, 2);
      return {
        lossHistory: [random.number(4, 6), random.number(2, 3), before, before - random.number(0.1, 0.9)],
        tolerance: 0.5,
      };
    }),
    losses('at-tolerance', [5, 2, 1.75], 0.25, 'the change equals the tolerance', true),
    losses('above-tolerance', [5, 2, 1.75], 0.2499, 'the change is just above the tolerance', true),
    losses('below-tolerance', [5, 2, 1.75], 0.2501, 'the change is just below the tolerance', true),
    losses('no-tolerance', [2, 1, 1], 0, 'the tolerance is 0', true),
    losses('none', [], 0.5, 'there is no loss', true),
    losses('one', [0.1], 0.5, 'there is one loss', true),
    losses('one-large', [3], 0.5, 'there is one large loss', true),
    losses('first-two', [0.2, 0.1], 0.5, 'there are two small losses', true),
    losses('nan-at-last', [2, 1, NaN], 0.5, 'the last loss is NaN', true),
    losses('nan-before', [NaN, 1, 0.9], 0.5, 'a loss is NaN', true),
    losses('infinite', [2, Infinity, Infinity], 0.5, 'the last two losses are infinite', true),
    drawnLosses('drawn-limit', (random) => {
      // In eighths, so the change is exact.
      const [last, change] = [random.integer(8, 40) / 8, random.integer(1, 8) / 8];
      const tolerance = change * (1 + random.integer(-1, 1) * 2 ** -12);
      return { lossHistory: [random.number(9, 12), last + change, last], tolerance };
    }),
    drawnLosses('drawn-few', (random) => {
      const tolerance = random.number(0.3, 0.6);
      const first = random.number(0, 1);
      return { lossHistory: [first, first - random.number(0, 0.6)].slice(0, random.integer(1, 2)), tolerance };
    }),
    drawnLosses('drawn-infinite', (random) => {
      const [odd, last] = [random.integer(0, 1) === 0 ? NaN : Infinity, random.number(1, 2)];
      const lossHistory = [odd, last, last - random.number(0, 0.2)];
      return {
        lossHistory: random.integer(0, 1) === 0 ? lossHistory : [last, 1, odd],
        tolerance: random.number(0.3, 0.6),
      };
    }),
  ],
  checks: [
    reference(undefined, { points: 5.5 }),
    reference(undefined, {
      id: 'limits',
      points: 1.5,
      on: ['at-tolerance', 'above-tolerance', 'below-tolerance', 'no-tolerance', 'drawn-limit'],
    }),
    reference(undefined, { id: 'fewLosses', points: 1, on: ['none', 'one', 'one-large', 'first-two', 'drawn-few'] }),
    reference(undefined, {
      id: 'notFinite',
      points: 1,
      on: ['nan-at-last', 'nan-before', 'infinite', 'drawn-infinite'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'at-most': lastTwo((last, before, tolerance) => Math.abs(last - before) <= tolerance),
    'zero-taken-for-nothing': lastTwo(
      (last, before, tolerance) => last !== 0 && before !== 0 && Math.abs(last - before) < tolerance,
    ),
    'rise-counts': lastTwo((last, before, tolerance) => before - last < tolerance),
    'fall-counts': lastTwo((last, before, tolerance) => last - before < tolerance),
    relative: lastTwo((last, before, tolerance) => Math.abs(last - before) / Math.abs(before) < tolerance),
    'small-loss': lastTwo((last, _before, tolerance) => last < tolerance),
    'first-two': (history, tolerance) => (steps(history)[0] ?? NaN) < tolerance,
    'first-and-last': (history, tolerance) =>
      history.length > 1 && Math.abs((history.at(-1) ?? NaN) - (history[0] ?? NaN)) < tolerance,
    'any-two': (history, tolerance) => steps(history).some((step) => step < tolerance),
    'all-steps': (history, tolerance) => history.length > 1 && steps(history).every((step) => step < tolerance),
    'one-is-enough': (history, tolerance) => history.length < 2 || solution(history, tolerance),
    'starts-from-zero': (history, tolerance) => Math.abs((history.at(-1) ?? 0) - (history.at(-2) ?? 0)) < tolerance,
    'not-yet': (history, tolerance) => history.length > 1 && !solution(history, tolerance),
  }),
  alternatives: alternatives.converged,
  witnesses: [],
  forbidden: libraryAnswers,
});
