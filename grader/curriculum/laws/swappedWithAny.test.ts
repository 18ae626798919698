import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { seededRandom } from '../../descent/seededRandom';
import { logOddsOfSwaps, swappedWithAny } from './swappedWithAny';

const n = 1000;
const seeds = Array.from({ length: 23 }, (_, seed) => seed);
const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

function swapped(seed: number, places: readonly number[]): readonly number[] {
  const next = seededRandom(seed);
  const order = places.toSorted((a, b) => a - b);
  for (const place of places) {
    const other = Math.floor(next() * order.length);
    [order[place], order[other]] = [order[other] ?? NaN, order[place] ?? NaN];
  }
  return order;
}

describe('swappedWithAny', () => {
  it('should accept shuffles', () => {
    const trials = Array.from({ length: 20 }, (_, trial) => 1000 * trial);
    expect(trials.filter((trial) => swappedWithAny(seeds.map((seed) => shuffledIndices(n, trial + seed))))).toEqual([]);
  });

  it.each([
    ['first', places(n)],
    ['last', places(n).toReversed()],
  ])('should refuse swaps of each place with any, from the %s one on', (_which, from) => {
    const trials = Array.from({ length: 20 }, (_, trial) => 1000 * trial);
    const accepted = trials.filter(
      (trial) => swappedWithAny(seeds.map((seed) => swapped(trial + seed, from))) === undefined,
    );
    expect(accepted).toEqual([]);
  });

  it('should refuse it in whichever of several ways the orders may be read', () => {
    const orders = seeds.map((seed) => swapped(seed, places(n)));
    const halves = orders.map((order) => [...order.slice(n / 2), ...order.slice(0, n / 2)]);
    expect(swappedWithAny(halves)).toBeUndefined();
    expect(swappedWithAny(halves, orders)).toMatchObject({ expected: 9 });
  });

  it('should give chances that add up to 1', () => {
    // Each of four places has a block of its own, so that all 24 orders have a chance each.
    const orders = permutations(places(4));
    expect(orders.reduce((sum, order) => sum + Math.exp(logOddsOfSwaps(order)) / 24, 0)).toBeCloseTo(1, 12);
  });
});

function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length < 2) return [places];
  return places.flatMap((place) =>
    permutations(places.filter((other) => other !== place)).map((order) => [place, ...order]),
  );
}
