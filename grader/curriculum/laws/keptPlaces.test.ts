import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { seededRandom } from '../../descent/seededRandom';
import { keptPlaces, maxKept } from './keptPlaces';
import { seedsAsked } from './seeds';

const n = 60;
const seeds = Array.from({ length: seedsAsked }, (_, seed) => seed);
const trials = Array.from({ length: 100 }, (_, trial) => 1000 * trial);

function swapped(seed: number, pairOf: (step: number, next: () => number) => readonly [number, number]): number[] {
  const next = seededRandom(seed);
  const order = Array.from({ length: n }, (_, place) => place);
  for (let step = 0; step < n; step += 1) {
    const [one, other] = pairOf(step, next);
    [order[one], order[other]] = [order[other] ?? NaN, order[one] ?? NaN];
  }
  return order;
}

/** Swaps with one before it and never with itself, from the last place to the second. */
const neverItself = (seed: number): number[] =>
  swapped(seed, (step, next) => (step === n - 1 ? [0, 0] : [n - 1 - step, Math.floor(next() * (n - 1 - step))]));
const anyPairs = (seed: number): number[] =>
  swapped(seed, (_step, next) => [Math.floor(next() * n), Math.floor(next() * n)]);

describe('keptPlaces', () => {
  it('should accept shuffles, in six ways of reading them as in one', () => {
    const shuffles = trials.map((trial) => seeds.map((seed) => shuffledIndices(n, trial + seed)));
    expect(shuffles.filter((orders) => keptPlaces(orders))).toEqual([]);
    expect(shuffles.filter((orders) => keptPlaces(...Array.from({ length: 6 }, () => orders)))).toEqual([]);
  });

  it('should refuse orders in which no place ever keeps its own, in six ways of reading them as in one', () => {
    const orders = seeds.map(neverItself);
    expect(keptPlaces(orders)).toMatchObject({ expected: seedsAsked, got: 0 });
    expect(keptPlaces(...Array.from({ length: 6 }, () => orders))).toMatchObject({ got: 0 });
    // e^-20 is more than a billionth.
    expect(keptPlaces(orders.slice(0, 20))).toBeUndefined();
  });

  it('should refuse orders of which many places were never swapped', () => {
    for (const trial of trials) {
      const violation = keptPlaces(seeds.map((seed) => anyPairs(trial + seed)));
      expect(violation?.where.en).toContain('at most what is expected');
    }
  });

  it('should bound how many keep their own in a billion submissions', () => {
    // e^(a − 1)/a^a is 3.2e-9 at a = 12 and 2.1e-10 … at a = 13: by hand, 11 − 12·ln 12 = −18.8, 12 − 13·ln 13 = −21.3.
    expect(maxKept(1)).toBe(13);
  });
});
