import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { DatasetSplit } from 'descent';
import { failing, type MistakeSpec, sign } from 'descent/author';
import { splitDataset as solution } from './nearest-neighbors';

type Split = typeof solution;
type Fractions = Parameters<Split>[2];
/** Numbers of rows in the held-out sets. */
type Sizes = readonly [validation: number, test: number];

const { ceil, floor, round } = Math;
const rightSizes = (count: number, { validation, test }: Fractions): Sizes => [
  floor(count * validation),
  floor(count * test),
];

/** Builds a split from the rows of each part, in order. */
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

/** Splits rows in the given order: validation, test, and the rest for training. */
const cut =
  (order: (count: number, seed: number, sizes: Sizes) => readonly number[], sizesOf = rightSizes): Split =>
  (x, y, fractions, seed) => {
    const sizes = sizesOf(x.shape[0], fractions);
    const rows = order(x.shape[0], seed, sizes);
    const end = sizes[0] + sizes[1];
    return parts(x, y, {
      validation: rows.slice(0, sizes[0]),
      test: rows.slice(sizes[0], end),
      train: rows.slice(end),
    });
  };

const mistake = failing<Split>;

type WrongSizes = 'nearest' | 'up' | 'sum' | 'swapped' | 'rest';

/** Wrong numbers of rows, recognised by the rule behind them. */
const missized = (
  id: string,
  rule: WrongSizes,
  fails: readonly string[],
  sizes: (count: number, fractions: Fractions) => Sizes,
): MistakeSpec<Split> => ({ ...mistake(id, fails, cut(orderOf, sizes)), holds: sign('splitSizesBy', { rule }) });

/** The split with wrong rows in its parts. */
const misplaced =
  (place: (order: readonly number[], sizes: Sizes, fractions: Fractions) => Parameters<typeof parts>[2]): Split =>
  (x, y, fractions, seed) =>
    parts(x, y, place(orderOf(x.shape[0], seed), rightSizes(x.shape[0], fractions), fractions));

const isCoprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : isCoprime(b, a % b));

export const splitMistakes: readonly MistakeSpec<Split>[] = [
  mistake('labels-left-behind', ['labels'], (x, y, fractions, seed) => {
    const { train, validation, test } = solution(x, y, fractions, seed);
    const sizes = [train, validation, test].map((part) => part.y.shape[0]);
    const [first, second, third] = tf.split(y, sizes) as [Tensor1D, Tensor1D, Tensor1D];
    return {
      train: { x: train.x, y: first },
      validation: { x: validation.x, y: second },
      test: { x: test.x, y: third },
    };
  }),
  mistake(
    'parts-overlap',
    ['rows'],
    misplaced((order, [validation, test]) => ({
      train: order.slice(0, order.length - validation - test),
      validation: order.slice(0, validation),
      test: order.slice(0, test),
    })),
  ),
  mistake(
    'held-out-rows-train',
    ['sizes', 'differentSizes', 'roundedSizes', 'emptyParts', 'rows'],
    misplaced((order, [validation, test]) => ({
      train: order,
      validation: order.slice(0, validation),
      test: order.slice(validation, validation + test),
    })),
  ),
  mistake(
    'rows-lost',
    ['roundedSizes', 'rows'],
    misplaced((order, [validation, test], fractions) => {
      const train = floor(order.length * (1 - fractions.validation - fractions.test) + 1e-9);
      return {
        train: order.slice(0, train),
        validation: order.slice(train, train + validation),
        test: order.slice(train + validation, train + validation + test),
      };
    }),
  ),
  missized('rounded-to-nearest', 'nearest', ['roundedSizes'], (count, { validation, test }) => [
    round(count * validation),
    round(count * test),
  ]),
  missized('rounded-up', 'up', ['roundedSizes'], (count, { validation, test }) => [
    ceil(count * validation),
    ceil(count * test),
  ]),
  missized('rounded-sum', 'sum', ['roundedSizes'], (count, { validation, test }) => {
    const first = floor(count * validation);
    return [first, floor(count * (validation + test)) - first];
  }),
  missized(
    'validation-and-test-swapped',
    'swapped',
    ['differentSizes', 'roundedSizes', 'emptyParts'],
    (count, { validation, test }) => [floor(count * test), floor(count * validation)],
  ),
  missized('share-of-the-rest', 'rest', ['sizes', 'differentSizes'], (count, { validation, test }) => {
    const ofTest = floor(count * test);
    return [floor((count - ofTest) * validation), ofTest];
  }),
  mistake('order-never-changes', ['shuffles'], (x, y, fractions) => solution(x, y, fractions, 1)),
  mistake('zero-seed-replaced', ['shuffles'], (x, y, fractions, seed) => solution(x, y, fractions, seed || 1)),
  mistake(
    'neighbours-stay-together',
    ['shuffles'],
    cut((count, seed) => {
      const pairs = orderOf(floor(count / 2), seed).flatMap((pair) => [2 * pair, 2 * pair + 1]);
      return count % 2 === 0 ? pairs : [...pairs, count - 1];
    }),
  ),
  mistake(
    'stride-for-shuffle',
    ['shuffles'],
    cut((count, seed) => {
      const rows = [...Array(count).keys()];
      const strides = rows.filter((stride) => isCoprime(stride, count));
      const stride = strides[seed % strides.length] ?? 1;
      return rows.map((row) => (row * stride + seed) % count);
    }),
  ),
  mistake(
    'parts-sorted',
    ['shuffles'],
    cut((count, seed, [validation, test]) => {
      const order = orderOf(count, seed);
      const sorted = (first: number, end?: number) => order.slice(first, end).sort((a, b) => a - b);
      return [...sorted(0, validation), ...sorted(validation, validation + test), ...sorted(validation + test)];
    }),
  ),
  mistake(
    'shuffled-within-parts',
    ['shuffles'],
    cut((count, seed, [validation, test]) => {
      const shuffled = (size: number, first: number) => orderOf(size, 3 * seed + first).map((row) => first + row);
      const held = validation + test;
      return [...shuffled(validation, 0), ...shuffled(test, validation), ...shuffled(count - held, held)];
    }),
  ),
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
  mistake('empty-part-without-columns', ['emptyParts'], (x, y, fractions, seed) => {
    const { train, validation, test } = solution(x, y, fractions, seed);
    const bare = (part: DatasetSplit['train']) =>
      part.y.shape[0] === 0 ? { x: tf.tensor1d([]) as never, y: part.y } : part;
    return { train, validation: bare(validation), test: bare(test) };
  }),
];
