import {
  type CaseSpec,
  defineExercise,
  fixedCase,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { splitDataset as solution } from './nearest-neighbors';
import { splitMistakes } from './splitMistakes';

type Fractions = Parameters<typeof solution>[2];

const split = (
  id: string,
  N: number,
  D: number,
  fractions: Fractions,
  label: string,
  { reserved = true, seed = undefined as number | undefined } = {},
): CaseSpec =>
  randomCase(
    id,
    (random: Random) => ({
      x: random.normal([N, D]),
      y: random.labels(N, 13),
      fractions,
      seed: seed ?? random.integer(0, 1000),
    }),
    { label, reserved, copies: { public: 1, hidden: 1 } },
  );

export const splitDataset = defineExercise({
  name: 'splitDataset',
  arguments: ['x', 'y', 'fractions', 'seed'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      x: tensor([[1], [2], [3], [4]]),
      y: labels([0, 1, 0, 1]),
      fractions: { validation: 0.25, test: 0.25 },
      seed: 3,
    }),
    split('equal-parts', 20, 3, { validation: 0.2, test: 0.2 }, 'validation and test are equally large', {
      reserved: false,
    }),
    split('different-parts', 20, 2, { validation: 0.25, test: 0.1 }, 'validation and test differ in size'),
    split('rounding-down', 22, 2, { validation: 0.18, test: 0.11 }, "the fractions don't give whole numbers of rows"),
    split('no-test', 20, 3, { validation: 0.25, test: 0 }, 'the test set is empty'),
    split('no-validation', 20, 3, { validation: 0, test: 0.25 }, 'the validation set is empty'),
    split('seed-zero', 20, 2, { validation: 0.25, test: 0.25 }, 'seed = 0', { seed: 0 }),
    split('shuffled', 60, 2, { validation: 0.25, test: 0.25 }, 'there are many rows'),
  ],
  checks: [
    property('splitSizes', { points: 1, id: 'sizes' }),
    property('splitSizes', { points: 1, id: 'differentSizes', on: ['different-parts'] }),
    property('splitSizes', { points: 1, id: 'roundedSizes', on: ['rounding-down'] }),
    property('splitSizes', { points: 0.5, id: 'emptyParts', on: ['no-test', 'no-validation'] }),
    property('splitKeepsRows', { points: 2, id: 'rows', on: ['by-hand', 'equal-parts', 'rounding-down'] }),
    property('splitKeepsLabels', { points: 1.5, id: 'labels' }),
    property('splitRepeats', { points: 0.5, id: 'repeats', on: ['by-hand', 'equal-parts'] }),
    property('splitRepeats', { points: 0.5, id: 'repeatsAtZero', on: ['seed-zero'] }),
    property('splitShuffles', { points: 1, id: 'shuffles', on: ['shuffled'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: splitMistakes,
  alternatives: alternatives.splitDataset,
  witnesses: [],
  forbidden: libraryAnswers,
});
