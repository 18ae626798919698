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
import { stoppingEpoch as solution } from './training';

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

/** Early stopping with some of its rules replaced; `waited` counts epochs without improvement. */
const stopping =
  (rules: Rules): typeof solution =>
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
  reference: solution,
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
    epochs('too-short', [0.6, 0.8, 0.7, 0.6], 4, 'the training ends before it would stop', true),
    epochs('at-the-end', [0.6, 0.8, 0.7, 0.6], 2, 'the training stops at the last epoch', true),
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
  mistakes: wrong<typeof solution>({
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
