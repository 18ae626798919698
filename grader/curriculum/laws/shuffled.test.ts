import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { seededRandom } from '../../descent/seededRandom';
import {
  areNeverSorted,
  followsRule,
  maxNeverThere,
  maxSharedNeighbours,
  maxStepsOfRule,
  tooAlike,
  type Order,
} from './shuffled';

const n = 24;
const places = Array.from({ length: n }, (_, place) => place);
const fixed = shuffledIndices(n, 99);
const orders = (of: (seed: number) => Order): Order[] => Array.from({ length: 20 }, (_, seed) => of(3 * seed + 1));

/** Sorts by random keys from a poor hand-written generator. */
function byLots(seed: number): Order {
  let state = seed;
  const lots = places.map(() => (state = (state * 9301 + 49_297) % 233_280));
  return places.toSorted((a, b) => (lots[a] ?? 0) - (lots[b] ?? 0));
}

describe('tooAlike', () => {
  it('should accept shuffles by any algorithm', () => {
    const trials = Array.from({ length: 100 }, (_, trial) => trial);
    const refused = trials.filter((trial) =>
      tooAlike(
        orders((seed) => shuffledIndices(n, 1000 * trial + seed)),
        n,
      ),
    );
    expect(refused).toEqual([]);
    expect(tooAlike(orders(byLots), n)).toBeUndefined();
  });

  const rotated = (order: Order, by: number): Order => order.map((_, at) => order[(at + by) % n] ?? NaN);
  it.each<readonly [string, (seed: number) => Order]>([
    ['the order of the data', () => places],
    ['a rotation', (seed) => rotated(places, seed)],
    ['a reversal', (seed) => rotated(places, seed).toReversed()],
    ['a swap', (seed) => places.with(seed % n, (seed + 5) % n).with((seed + 5) % n, seed % n)],
    ['one shuffle for all seeds', () => fixed],
    ['one shuffle, rotated', (seed) => rotated(fixed, seed)],
    ['a shuffle of pairs', (seed) => shuffledIndices(n / 2, seed).flatMap((pair) => [2 * pair, 2 * pair + 1])],
    ['a shuffle of the first half', (seed) => [...shuffledIndices(n / 2, seed), ...places.slice(n / 2)]],
    ['halves, swapped', (seed) => rotated(places, seed % 2 === 0 ? 0 : 12)],
  ])('should refuse %s', (_name, of) => {
    expect(tooAlike(orders(of), n)?.where.en).toContain('neighbours that two orders have in common');
  });

  it('should report by how much the limit is exceeded', () => {
    // 23 neighbours, all kept: 210 pairs of 21 orders.
    expect(
      tooAlike(
        orders(() => places),
        n,
      ),
    ).toMatchObject({ expected: 5.7, got: 23 });
  });

  it('should handle invalid indices, and far too many', () => {
    expect(tooAlike([[], [1], [-1, NaN, -1]], 3)).toBeUndefined();
    const endless = Array.from({ length: 100_000 }, () => 1);
    expect(tooAlike([endless, endless], n)).toBeUndefined();
  });
});

describe('followsRule', () => {
  it('should accept shuffles', () => {
    for (let trial = 0; trial < 100; trial += 1)
      expect(
        followsRule(
          orders((seed) => shuffledIndices(n, 1000 * trial + seed)),
          n,
        ),
      ).toBeUndefined();
    // With few indices many orders follow a rule.
    expect(followsRule([[0, 1, 2]], 3)).toBeUndefined();
  });

  it.each<readonly [string, (seed: number) => Order]>([
    ['strides', (seed) => places.map((place) => (place * ([5, 7, 11, 13][seed % 4] ?? 1) + seed) % n)],
    [
      'strides, cut in three and put together in another order',
      (seed) => {
        const order = places.map((place) => (place * 7 + seed) % n);
        return [...order.slice(12), ...order.slice(6, 12), ...order.slice(0, 6)];
      },
    ],
    [
      'remainders of products',
      (seed) => {
        const order = [seed % n];
        while (order.length < n) order.push(((order.at(-1) ?? 0) * 13 + 7) % n);
        return order;
      },
    ],
  ])('should refuse %s', (_name, of) => {
    expect(followsRule(orders(of), n)).toMatchObject({ expected: 18 });
  });

  it('should be exceeded by at most one in a billion', () => {
    // 20 orders and 24² rules: 20·576·C(23, 19)/19! = 8.4e-10, and 1.8e-7 for 18 steps.
    expect(maxStepsOfRule(24, 20)).toBe(18);
  });
});

describe('areNeverSorted', () => {
  it('should apply to parts that are not sorted by chance', () => {
    // 2⁻²⁰ = 1e-6; 6⁻²⁰ = 3e-16.
    expect(areNeverSorted(places.slice(0, 20).map(() => 2))).toBe(false);
    expect(areNeverSorted(places.slice(0, 20).map(() => 3))).toBe(true);
  });
});

describe('maxSharedNeighbours', () => {
  it('should be exceeded by at most one in a billion', () => {
    // 21 orders: 21 rounds of 10 pairs, λ = 10·2·23/24 = 19.17; 21·e^(57−λ)·(λ/57)^57 = 7e-10, and 2e-9 for 56.
    expect(maxSharedNeighbours(24, 21)).toBe(5.7);
  });

  it('should bound the moments of real shuffles', () => {
    const random = seededRandom(4);
    const trials = 4000;
    let total = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const order = shuffledIndices(n, Math.floor(random() * 2 ** 31));
      total += order.filter((place, at) => at > 0 && Math.abs(place - (order[at - 1] ?? NaN)) === 1).length;
    }
    // λ = 2·23/24 = 1.917; the mean of 4,000 has a standard error of 0.022.
    expect(total / trials).toBeGreaterThan(1.8);
    expect(total / trials).toBeLessThan(2.03);
  });
});

describe('maxNeverThere', () => {
  it('should be exceeded by at most one in a billion', () => {
    // A quarter of 24 rows, 20 times: 0.75^20 = 0.00317. C(24, 5)·0.00317^5 = 1.4e-8, C(24, 6)·0.00317^6 = 1.4e-10.
    expect(maxNeverThere(24, 6, 20)).toBe(5);
    // An empty part contains none.
    expect(maxNeverThere(24, 0, 20)).toBe(24);
  });
});
