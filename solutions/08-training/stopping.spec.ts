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
import { converged as hasConverged, stoppingEpoch as epochOf } from './training';

const losses = (
  id: string,
  lossHistory: readonly number[],
  tolerance: number,
  label?: string,
  reserved = false,
): CaseSpec => fixedCase(id, { lossHistory, tolerance }, label === undefined ? { reserved } : { label, reserved });

/** Losses as the hidden seed draws them: often enough that no one guesses all verdicts. */
const drawnLosses = (id: string, draw: (random: Random) => Inputs): CaseSpec =>
  randomCase(id, draw, { reserved: true, copies: { public: 0, hidden: 6 } });

/** The verdict on the last two losses. */
const lastTwo =
  (verdict: (last: number, before: number, tolerance: number) => boolean): typeof hasConverged =>
  (lossHistory, tolerance) =>
    lossHistory.length > 1 && verdict(lossHistory.at(-1) ?? NaN, lossHistory.at(-2) ?? NaN, tolerance);

const steps = (history: readonly number[]): number[] =>
  history.slice(1).map((loss, i) => Math.abs(loss - (history[i] ?? NaN)));

export const converged = defineExercise({
  name: 'converged',
  arguments: ['lossHistory', 'tolerance'],
  reference: hasConverged,
  cases: [
    losses('by-hand', [5, 2, 1.75], 0.5),
    losses('still-falling', [5, 4.9, 2], 0.5, 'the loss still falls'),
    losses('was-flat', [3, 2.95, 2.9, 1.5, 0.1], 0.3, 'the loss was flat before'),
    losses('two', [0.75, 0.5], 0.4, 'there are two losses'),
    losses('rising', [3, 1, 4], 0.5, 'the loss rises at last'),
    losses('rising-little', [3, 1, 1.125], 0.5, 'the loss rises a little at last'),
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
    losses('at-tolerance', [5, 2, 1.75], 0.25, 'the change is as large as the tolerance', true),
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
      // In eighths, so that the change is exact.
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
  mistakes: wrong<typeof hasConverged>({
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
    'one-is-enough': (history, tolerance) => history.length < 2 || hasConverged(history, tolerance),
    'starts-from-zero': (history, tolerance) => Math.abs((history.at(-1) ?? 0) - (history.at(-2) ?? 0)) < tolerance,
    'not-yet': (history, tolerance) => history.length > 1 && !hasConverged(history, tolerance),
  }),
  alternatives: alternatives.converged,
  witnesses: [],
  forbidden: libraryAnswers,
});

const epochs = (
  id: string,
  validationAccuracies: readonly number[],
  patience: number,
  label?: string,
  reserved = false,
): CaseSpec =>
  fixedCase(id, { validationAccuracies, patience }, label === undefined ? { reserved } : { label, reserved });

const drawnEpochs = (id: string, draw: (random: Random) => Inputs): CaseSpec =>
  randomCase(id, draw, { reserved: true, copies: { public: 0, hidden: 3 } });

interface Rules {
  readonly isBetter?: (accuracy: number, best: number, before: number) => boolean;
  readonly waitedEnough?: (waited: number, patience: number) => boolean;
  readonly first?: number;
  /** Whether the wait starts again with a better epoch. */
  readonly restarts?: boolean;
  readonly result?: (stop: number, best: number) => number;
  readonly never?: (count: number, best: number) => number;
}

/** Early stopping with some of its rules replaced: `waited` counts epochs that were no better. */
const stopping =
  (rules: Rules): typeof epochOf =>
  (accuracies, patience) => {
    const { isBetter = (accuracy, best) => accuracy > best, waitedEnough = (waited, enough) => waited >= enough } =
      rules;
    const { first = -Infinity, restarts = true, result = (stop) => stop, never = (count) => count - 1 } = rules;
    let [best, bestEpoch, waited] = [first, 0, 0];
    for (const [epoch, accuracy] of accuracies.entries()) {
      if (isBetter(accuracy, best, accuracies[epoch - 1] ?? -Infinity)) {
        [best, bestEpoch] = [accuracy, epoch];
        if (restarts) waited = 0;
      } else waited += 1;
      if (waitedEnough(waited, patience)) return result(epoch, bestEpoch);
    }
    return never(accuracies.length, bestEpoch);
  };

export const stoppingEpoch = defineExercise({
  name: 'stoppingEpoch',
  arguments: ['validationAccuracies', 'patience'],
  reference: epochOf,
  cases: [
    epochs('by-hand', [0.5, 0.7, 0.6, 0.6, 0.8], 2),
    epochs('patient', [0.5, 0.7, 0.6, 0.65, 0.8, 0.7, 0.6, 0.5, 0.9], 3, 'patience is 3'),
    epochs('impatient', [0.2, 0.4, 0.5, 0.45, 0.6, 0.7], 1, 'patience is 1'),
    epochs('zigzag', [0.3, 0.6, 0.5, 0.55, 0.5, 0.55, 0.5, 0.7], 4, 'accuracies go up and down below the best'),
    epochs('several-peaks', [0.3, 0.5, 0.4, 0.6, 0.5, 0.7, 0.6, 0.65, 0.6, 0.9], 3, 'there are several peaks'),
    epochs('first-is-best', [0.9, 0.5, 0.6, 0.7, 0.8], 3, 'the first epoch is the best'),
    epochs('nothing-learnt', [0, 0, 0, 0.5, 0.6], 2, 'the first accuracies are 0'),
    randomCase('random', (random) => ({
      validationAccuracies: [
        random.number(0.3, 0.5),
        random.number(0.8, 0.9),
        ...Array.from({ length: 9 }, () => random.number(0.1, 0.79)),
      ],
      patience: random.integer(3, 7),
    })),
    epochs('tie', [0.5, 0.7, 0.6, 0.7, 0.8, 0.9], 2, 'an accuracy equals the best', true),
    epochs('plateau', [0.5, 0.5, 0.5, 0.5, 0.5, 0.6], 3, 'accuracies stay the same', true),
    epochs('always-better', [0.1, 0.2, 0.3, 0.4], 2, 'every epoch is better', true),
    epochs('too-short', [0.6, 0.8, 0.7, 0.6], 4, 'the training ends first', true),
    epochs('at-the-end', [0.6, 0.8, 0.7, 0.6], 2, 'the last epoch stops it', true),
    epochs('one', [0.4], 1, 'there is one epoch', true),
    epochs('none', [], 3, 'there is no epoch', true),
    epochs('long', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.8, 0.7, 0.6, 0.5], 3, 'there are thirteen epochs'),
    drawnEpochs('drawn-ties', (random) => ({
      validationAccuracies: Array.from({ length: 9 }, () => random.integer(1, 4) / 5),
      patience: random.integer(2, 3),
    })),
    drawnEpochs('drawn-rise', (random) => {
      const count = random.integer(3, 8);
      const rising = Array.from({ length: count }, (_, epoch) => (epoch + random.number(0, 0.9)) / 9);
      return { validationAccuracies: rising, patience: random.integer(1, 3) };
    }),
    drawnEpochs('drawn-one', (random) => ({
      validationAccuracies: [random.number(0, 1)],
      patience: random.integer(1, 5),
    })),
    drawnEpochs('drawn-none', (random) => ({ validationAccuracies: [], patience: random.integer(1, 5) })),
  ],
  checks: [
    reference(undefined, { points: 5.5 }),
    reference(undefined, { id: 'ties', points: 1.5, on: ['tie', 'plateau', 'drawn-ties'] }),
    reference(undefined, {
      id: 'lastEpoch',
      points: 1,
      on: ['always-better', 'too-short', 'at-the-end', 'one', 'drawn-rise', 'drawn-one'],
    }),
    reference(undefined, { id: 'noEpoch', points: 1, on: ['none', 'drawn-none'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof epochOf>({
    'equal-is-better': stopping({ isBetter: (accuracy, best) => accuracy >= best }),
    'compared-with-the-one-before': stopping({ isBetter: (accuracy, _best, before) => accuracy > before }),
    'one-epoch-late': stopping({ waitedEnough: (waited, patience) => waited > patience }),
    'one-epoch-early': stopping({ waitedEnough: (waited, patience) => waited >= Math.max(1, patience - 1) }),
    'best-epoch': stopping({ result: (_stop, best) => best }),
    'best-epoch-if-never-stopped': stopping({ never: (count, best) => (count === 0 ? -1 : best) }),
    'counts-from-one': stopping({ result: (stop) => stop + 1, never: (count) => (count === 0 ? -1 : count) }),
    'wait-never-restarts': stopping({ restarts: false }),
    'best-starts-at-zero': stopping({ first: 0 }),
    'none-if-never-stopped': stopping({ never: () => -1 }),
    'length-if-never-stopped': stopping({ never: (count) => (count === 0 ? -1 : count) }),
    'zero-for-no-epoch': stopping({ never: (count) => Math.max(0, count - 1) }),
    'lower-is-better': stopping({ first: Infinity, isBetter: (accuracy, best) => accuracy < best }),
  }),
  alternatives: alternatives.stoppingEpoch,
  witnesses: [],
  forbidden: libraryAnswers,
});
