import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { seededRandom } from '../../descent/seededRandom';
import { logOddsOfSort, sortedByChance } from './sortedByChance';

const n = 60;
const seeds = Array.from({ length: 20 }, (_, seed) => seed);
const sorted = (seed: number, compare: (random: number) => number = (random) => random - 0.5): number[] => {
  const next = seededRandom(seed);
  return Array.from({ length: n }, (_, place) => place).sort(() => compare(next()));
};

describe('sortedByChance', () => {
  it('should accept shuffles, however they are made', () => {
    const trials = Array.from({ length: 100 }, (_, trial) => 1000 * trial);
    expect(trials.filter((trial) => sortedByChance(seeds.map((seed) => shuffledIndices(n, trial + seed))))).toEqual([]);
  });

  it.each<readonly [string, (random: number) => number]>([
    ['its distance from a half', (random) => random - 0.5],
    ['the distance of a half from it', (random) => 0.5 - random],
    ['one or minus one', (random) => (random > 0.5 ? 1 : -1)],
  ])('should refuse a sort by what chance says: %s', (_way, compare) => {
    const trials = Array.from({ length: 40 }, (_, trial) => 1000 * trial);
    const accepted = trials.filter(
      (trial) => sortedByChance(seeds.map((seed) => sorted(trial + seed, compare))) === undefined,
    );
    expect(accepted).toEqual([]);
  });

  it('should refuse it in whichever of several ways the orders may be read', () => {
    const orders = seeds.map((seed) => sorted(seed));
    const halves = orders.map((order) => [...order.slice(n / 2), ...order.slice(0, n / 2)]);
    expect(sortedByChance(halves)).toBeUndefined();
    expect(sortedByChance(halves, orders)).toMatchObject({ expected: 9 });
  });

  it('should know how likely each order of four is', () => {
    // Over all 24 orders the chances add up to 1.
    const orders = permutations([0, 1, 2, 3]);
    expect(orders).toHaveLength(24);
    expect(orders.reduce((sum, order) => sum + Math.exp(logOddsOfSort(order)) / 24, 0)).toBeCloseTo(1, 12);
    // 0 and 1 rise (½) and 2 ends the run (½); it comes before 1 (½) and before 0 (½), and 3 behind 0 (½) and 1 (½).
    expect(Math.exp(logOddsOfSort([2, 0, 1, 3])) / 24).toBeCloseTo(1 / 64, 12);
  });
});

function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length < 2) return [places];
  return places.flatMap((place) =>
    permutations(places.filter((other) => other !== place)).map((order) => [place, ...order]),
  );
}
