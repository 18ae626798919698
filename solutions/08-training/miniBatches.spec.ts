import { seededRandom } from 'descent';
import {
  type CaseSpec,
  defineExercise,
  failing,
  fixedCase,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  sign,
} from 'descent/author';
import * as alternatives from './alternatives.training';
import { miniBatches as solution } from './training';

const batches = (id: string, n: number, batchSize: number, label?: string): CaseSpec =>
  randomCase(id, (random) => ({ n, batchSize, seed: random.integer(0, 1000) }), label === undefined ? {} : { label });

/** An order that only depends on the seed. */
function orderOf(n: number, seed: number): number[] {
  const next = seededRandom(seed + 1);
  const lots = Array.from({ length: n }, next);
  return [...lots.keys()].sort((a, b) => (lots[a] ?? 0) - (lots[b] ?? 0));
}

/** Cuts an order into pieces of these sizes. */
function cut(order: readonly number[], sizes: readonly number[]): number[][] {
  let end = 0;
  return sizes.map((size) => order.slice(end, (end += size)));
}

const repeated = (count: number, size: number): number[] => Array.from({ length: count }, () => size);
const identity = (n: number): number[] => Array.from({ length: n }, (_, place) => place);
const isCoprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : isCoprime(b, a % b));
/** Cuts an order into batches, the last of which may be short. */
const batched = (order: readonly number[], batchSize: number): number[][] =>
  cut(order, repeated(Math.ceil(order.length / batchSize), batchSize));
const wrong = (id: string, fails: readonly string[], version: typeof solution) => failing(id, fails, version);

export const miniBatches = defineExercise({
  name: 'miniBatches',
  arguments: ['n', 'batchSize', 'seed'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { n: 5, batchSize: 2, seed: 3 }),
    batches('short-last', 13, 5),
    batches('hardly-two', 10, 7, 'the last batch is much shorter'),
    batches('divided', 12, 4, 'all batches are full'),
    batches('singles', 6, 1, 'each batch has one index'),
    batches('exactly-one', 7, 7, 'one batch contains all indices'),
    batches('larger', 4, 9, 'the batch is larger than the data'),
    batches('one-place', 1, 3, 'there is one index'),
    batches('many', 62, 5, 'there are many indices'),
    randomCase('seed-zero', (random) => ({ n: random.integer(20, 40), batchSize: random.integer(5, 9), seed: 0 }), {
      label: 'seed is 0',
    }),
  ],
  checks: [
    property('batchSizes', { points: 1.5, id: 'sizes', on: ['by-hand', 'short-last', 'hardly-two'] }),
    property('batchSizes', { points: 1, id: 'fullBatches', on: ['divided', 'singles', 'exactly-one'] }),
    property('batchSizes', { points: 1, id: 'oneBatch', on: ['larger', 'one-place'] }),
    property('batchesHoldAll', { points: 1.5, id: 'all', on: ['by-hand', 'short-last', 'divided', 'singles'] }),
    property('batchesHoldOnce', { points: 1, id: 'once', on: ['by-hand', 'short-last', 'divided', 'singles'] }),
    property('batchesRepeat', { points: 1, id: 'repeats', on: ['short-last', 'many'] }),
    property('batchesRepeat', { points: 0.5, id: 'repeatsAtZero', on: ['seed-zero'] }),
    property('batchesShuffle', { points: 1, id: 'shuffles', on: ['many'] }),
    property('batchesMix', { points: 1, id: 'mixes', on: ['many'] }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    wrong('short-batch-dropped', ['sizes', 'oneBatch', 'all'], (n, batchSize, seed) =>
      cut(orderOf(n, seed), repeated(Math.floor(n / batchSize), batchSize)),
    ),
    wrong('short-batch-filled-up', ['sizes', 'oneBatch', 'once'], (n, batchSize, seed) => {
      const order = orderOf(n, seed);
      const rounds = repeated(batchSize, 0).flatMap(() => order);
      return cut(rounds, repeated(Math.ceil(n / batchSize), batchSize));
    }),
    wrong('empty-batch-at-the-end', ['fullBatches'], (n, batchSize, seed) =>
      cut(orderOf(n, seed), repeated(Math.floor(n / batchSize) + 1, batchSize)),
    ),
    wrong('size-for-count', ['sizes', 'fullBatches', 'oneBatch'], (n, batchSize, seed) =>
      cut(orderOf(n, seed), repeated(batchSize, Math.ceil(n / batchSize))),
    ),
    wrong('evened-out', ['sizes'], (n, batchSize, seed) => {
      const count = Math.ceil(n / batchSize);
      return cut(
        orderOf(n, seed),
        repeated(count, 0).map((_, index) => Math.ceil((n - index) / count)),
      );
    }),
    {
      ...wrong('with-replacement', ['all', 'once'], (n, batchSize, seed) => {
        const next = seededRandom(seed);
        return solution(n, batchSize, 0).map((batch) => batch.map(() => Math.floor(next() * n)));
      }),
      holds: sign('placesDrawnAgain', {}),
    },
    {
      ...wrong('never-shuffled', ['shuffles', 'mixes'], (n, batchSize) => batched(identity(n), batchSize)),
      holds: sign('orderIsKept', { of: 'order' }),
    },
    wrong('order-never-changes', ['shuffles', 'mixes'], (n, batchSize) => batched(orderOf(n, 1), batchSize)),
    wrong('zero-seed-replaced', ['shuffles'], (n, batchSize, seed) => solution(n, batchSize, seed || 1)),
    wrong('neighbours-stay-together', ['mixes'], (n, batchSize, seed) => {
      const pairs = orderOf(Math.floor(n / 2), seed).flatMap((pair) => [2 * pair, 2 * pair + 1]);
      return batched(n % 2 === 0 ? pairs : [...pairs, n - 1], batchSize);
    }),
    {
      ...wrong('stride-for-shuffle', ['mixes'], (n, batchSize, seed) => {
        const strides = identity(n).filter((stride) => isCoprime(stride, n));
        const stride = strides[seed % strides.length] ?? 1;
        return batched(
          identity(n).map((place) => (place * stride + seed) % n),
          batchSize,
        );
      }),
      holds: sign('orderFollowsRule', {}),
    },
    {
      ...wrong('shuffled-within-batches', ['mixes'], (n, batchSize, seed) =>
        batched(identity(n), batchSize).map((batch, index) =>
          orderOf(batch.length, 100 * seed + index).map((place) => batch[place] ?? NaN),
        ),
      ),
      holds: sign('orderIsKept', { of: 'company' }),
    },
    {
      ...wrong('batches-shuffled', ['mixes'], (n, batchSize, seed) => {
        const neighbours = batched(identity(n), batchSize);
        const full = Math.floor(n / batchSize);
        const order = [...orderOf(full, seed), ...identity(neighbours.length - full).map((rest) => full + rest)];
        return order.map((batch) => neighbours[batch] ?? []);
      }),
      holds: sign('orderIsKept', { of: 'runs' }),
    },
    {
      // seed || Date.now()
      id: 'zero-seed-made-up',
      fails: ['repeatsAtZero'],
      make: () => {
        let now = 1e6;
        return (n, batchSize, seed) => solution(n, batchSize, seed || (now += 1));
      },
    },
    {
      id: 'other-batches-each-time',
      fails: ['repeats', 'repeatsAtZero'],
      make: () => {
        let calls = 0;
        return (n, batchSize) => solution(n, batchSize, (calls += 1));
      },
    },
  ],
  alternatives: alternatives.miniBatches,
  witnesses: [],
  forbidden: libraryAnswers,
});
