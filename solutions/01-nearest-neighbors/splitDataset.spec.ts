import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { DatasetSplit } from 'descent';
import {
  type CaseSpec,
  defineExercise,
  failing,
  fixedCase,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  sign,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { splitDataset as solution } from './nearest-neighbors';

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
    {
      label,
      reserved,
      copies: { public: 1, hidden: 1 },
    },
  );

/** Parts from the rows that each of them has, in order. */
const parts = (
  x: Tensor2D,
  y: Tensor1D,
  rows: Readonly<Record<keyof DatasetSplit, readonly number[]>>,
): DatasetSplit => {
  const take = (places: readonly number[]) => {
    const indices = tf.tensor1d([...places], 'int32');
    return { x: x.gather<Tensor2D>(indices), y: y.gather(indices) };
  };
  return { train: take(rows.train), validation: take(rows.validation), test: take(rows.test) };
};

/** An order that only depends on the seed. */
function orderOf(count: number, seed: number): number[] {
  const lots = tf.tidy(() => tf.randomUniform([count], 0, 1, 'float32', seed + 1).arraySync()) as number[];
  return lots
    .map((lot, row) => ({ lot, row }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ row }) => row);
}

/** The split with other sizes of the validation and the test set; the rest is for training. */
const sized =
  (sizes: (count: number, fractions: Fractions) => readonly [validation: number, test: number]): typeof solution =>
  (x, y, fractions, seed) => {
    const order = orderOf(x.shape[0], seed);
    const [validation, test] = sizes(order.length, fractions);
    return parts(x, y, {
      validation: order.slice(0, validation),
      test: order.slice(validation, validation + test),
      train: order.slice(validation + test),
    });
  };

/** The split of rows that are in this order already. */
const ordered =
  (order: readonly number[]) =>
  (x: Tensor2D, y: Tensor1D, fractions: Fractions): DatasetSplit => {
    const validation = Math.floor(order.length * fractions.validation);
    const test = validation + Math.floor(order.length * fractions.test);
    return parts(x, y, {
      validation: order.slice(0, validation),
      test: order.slice(validation, test),
      train: order.slice(test),
    });
  };

const isCoprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : isCoprime(b, a % b));

const wrong = (id: string, fails: readonly string[], version: typeof solution) => failing(id, fails, version);

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
    split('rounding-down', 22, 2, { validation: 0.18, test: 0.11 }, 'the fractions give no whole numbers of rows'),
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
  mistakes: [
    wrong('labels-left-behind', ['labels'], (x, y, fractions, seed) => {
      const { train, validation, test } = solution(x, y, fractions, seed);
      const sizes = [train, validation, test].map((part) => part.y.shape[0]);
      const [first, second, third] = tf.split(y, sizes) as [Tensor1D, Tensor1D, Tensor1D];
      return {
        train: { x: train.x, y: first },
        validation: { x: validation.x, y: second },
        test: { x: test.x, y: third },
      };
    }),
    wrong('parts-overlap', ['rows'], (x, y, fractions, seed) => {
      const order = orderOf(x.shape[0], seed);
      const [validation, test] = [
        Math.floor(order.length * fractions.validation),
        Math.floor(order.length * fractions.test),
      ];
      const train = order.slice(0, order.length - validation - test);
      return parts(x, y, { train, validation: order.slice(0, validation), test: order.slice(0, test) });
    }),
    wrong(
      'held-out-rows-train',
      ['sizes', 'differentSizes', 'roundedSizes', 'emptyParts', 'rows'],
      (x, y, fractions, seed) => {
        const order = orderOf(x.shape[0], seed);
        const middle = Math.floor(order.length * fractions.validation);
        const end = middle + Math.floor(order.length * fractions.test);
        return parts(x, y, { train: order, validation: order.slice(0, middle), test: order.slice(middle, end) });
      },
    ),
    wrong('rows-lost', ['roundedSizes', 'rows'], (x, y, fractions, seed) => {
      const order = orderOf(x.shape[0], seed);
      const end = (share: number): number => Math.floor(order.length * share + 1e-9);
      const [validation, test] = [end(fractions.validation), end(fractions.test)];
      const train = end(1 - fractions.validation - fractions.test);
      return parts(x, y, {
        train: order.slice(0, train),
        validation: order.slice(train, train + validation),
        test: order.slice(train + validation, train + validation + test),
      });
    }),
    {
      ...wrong(
        'rounded-to-nearest',
        ['roundedSizes'],
        sized((count, { validation, test }) => [Math.round(count * validation), Math.round(count * test)]),
      ),
      holds: sign('splitSizesBy', { rule: 'nearest' }),
    },
    {
      ...wrong(
        'rounded-up',
        ['roundedSizes'],
        sized((count, { validation, test }) => [Math.ceil(count * validation), Math.ceil(count * test)]),
      ),
      holds: sign('splitSizesBy', { rule: 'up' }),
    },
    {
      ...wrong(
        'rounded-sum',
        ['roundedSizes'],
        sized((count, { validation, test }) => {
          const first = Math.floor(count * validation);
          return [first, Math.floor(count * (validation + test)) - first];
        }),
      ),
      holds: sign('splitSizesBy', { rule: 'sum' }),
    },
    {
      ...wrong(
        'validation-and-test-swapped',
        ['differentSizes', 'roundedSizes', 'emptyParts'],
        sized((count, { validation, test }) => [Math.floor(count * test), Math.floor(count * validation)]),
      ),
      holds: sign('splitSizesBy', { rule: 'swapped' }),
    },
    {
      ...wrong(
        'share-of-the-rest',
        ['sizes', 'differentSizes'],
        sized((count, { validation, test }) => {
          const ofTest = Math.floor(count * test);
          return [Math.floor((count - ofTest) * validation), ofTest];
        }),
      ),
      holds: sign('splitSizesBy', { rule: 'rest' }),
    },
    wrong('order-never-changes', ['shuffles'], (x, y, fractions) => solution(x, y, fractions, 1)),
    wrong('zero-seed-replaced', ['shuffles'], (x, y, fractions, seed) => solution(x, y, fractions, seed || 1)),
    wrong('neighbours-stay-together', ['shuffles'], (x, y, fractions, seed) => {
      const [length] = x.shape;
      const pairs = orderOf(Math.floor(length / 2), seed).flatMap((pair) => [2 * pair, 2 * pair + 1]);
      return ordered(length % 2 === 0 ? pairs : [...pairs, length - 1])(x, y, fractions);
    }),
    wrong('stride-for-shuffle', ['shuffles'], (x, y, fractions, seed) => {
      const size = x.shape[0];
      const strides = Array.from({ length: size }, (_, stride) => stride).filter((stride) => isCoprime(stride, size));
      const stride = strides[seed % strides.length] ?? 1;
      return ordered(Array.from({ length: size }, (_, row) => (row * stride + seed) % size))(x, y, fractions);
    }),
    wrong('parts-sorted', ['shuffles'], (x, y, fractions, seed) => {
      const order = orderOf(x.shape[0], seed);
      const sizes = [fractions.validation, fractions.test].map((share) => Math.floor(order.length * share));
      const [validation = 0, test = 0] = sizes;
      const sorted = (rows: readonly number[]) => rows.toSorted((a, b) => a - b);
      const held = [...sorted(order.slice(0, validation)), ...sorted(order.slice(validation, validation + test))];
      return ordered([...held, ...sorted(order.slice(validation + test))])(x, y, fractions);
    }),
    wrong('shuffled-within-parts', ['shuffles'], (x, y, fractions, seed) => {
      const size = x.shape[0];
      const validation = Math.floor(size * fractions.validation);
      const test = Math.floor(size * fractions.test);
      const shuffled = (count: number, first: number) => orderOf(count, 3 * seed + first).map((row) => first + row);
      const held = [...shuffled(validation, 0), ...shuffled(test, validation)];
      return ordered([...held, ...shuffled(size - held.length, held.length)])(x, y, fractions);
    }),
    {
      // seed || Date.now()
      id: 'zero-seed-made-up',
      fails: ['repeatsAtZero'],
      make: () => {
        let now = 1e6;
        return (x, y, fractions, seed) => solution(x, y, fractions, seed || (now += 1));
      },
    },
    {
      id: 'seed-not-used',
      fails: ['repeats', 'repeatsAtZero'],
      make: () => {
        let calls = 0;
        return (x, y, fractions) => solution(x, y, fractions, (calls += 1));
      },
    },
    wrong('empty-part-without-columns', ['emptyParts'], (x, y, fractions, seed) => {
      const { train, validation, test } = solution(x, y, fractions, seed);
      const bare = (part: DatasetSplit['train']) =>
        part.y.shape[0] === 0 ? { x: tf.tensor1d([]) as never, y: part.y } : part;
      return { train, validation: bare(validation), test: bare(test) };
    }),
  ],
  alternatives: alternatives.splitDataset,
  witnesses: [],
  forbidden: libraryAnswers,
});
