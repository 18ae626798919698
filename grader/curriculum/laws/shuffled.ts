import type { Violation } from '../../pipeline/checks/laws';

/** An order of the indices 0 … n − 1. */
export type Order = readonly number[];

/** Maximum false positive rate of a law in this file, for any generator with equally likely orders. */
const falsePositives = 1e-9;

/**
 * Rejects orders that are more alike than shuffles: two orders are alike if many neighbours in one are neighbours in
 * the other. Rotations, reversals and swaps keep nearly all of them, and so does one order for all seeds.
 *
 * Note [Alike by chance]: of two shuffles of n places, X neighbours of the one are neighbours in the other, either way
 * round; E[C(X, k)] ≤ λ^k/k! with λ = 2(n − 1)/n, the factorial moments of a Poisson variable. By Chernoff, the sum of r
 * independent X exceeds a with a probability of at most e^(a − rλ)·(rλ/a)^a. The pairs of m orders can be arranged in
 * rounds of r = ⌊m/2⌋ independent ones; if the mean over all pairs exceeds a/r, it does in one round.
 *
 * Note [Uneven shuffles]: swaps with any place, or `sort(() => next() - 0.5)`, make some orders likelier than others.
 * They pass, since any generator is accepted: their orders differ, separate neighbours and bring every row into every
 * part.
 *
 * @param shuffled - independent orders, also compared with the order of the data
 */
export function tooAlike(shuffled: readonly Order[], n: number): Violation | undefined {
  const orders = [Array.from({ length: n }, (_, place) => place), ...shuffled];
  const maximum = maxSharedNeighbours(n, orders.length);
  const shared = meanSharedNeighbours(orders.map((order) => order.slice(0, n)));
  if (shared <= maximum) return undefined;
  const where = {
    en: 'neighbours that two orders have in common, on average (shuffles have at most the expected number)',
    zh: '任意两个顺序平均共有的相邻对数（打乱后的顺序不会超过应有的值）',
  };
  return { where, expected: toTenths(maximum), got: toTenths(shared) };
}

/** The bound that the mean over all pairs of this many shuffles exceeds in one of a billion submissions. */
export function maxSharedNeighbours(n: number, orders: number): number {
  const pairs = Math.floor(orders / 2);
  const rounds = orders % 2 === 0 ? orders - 1 : orders;
  const mean = (pairs * 2 * (n - 1)) / n;
  const logOfBound = (sum: number): number => Math.log(rounds) + sum - mean + sum * Math.log(mean / sum);
  let sum = Math.ceil(mean);
  while (sum < pairs * n && logOfBound(sum) > Math.log(falsePositives)) sum += 1;
  return sum / pairs;
}

/**
 * Rejects orders in which each index follows from the one before: i → (a·i + c) mod n, such as a stride, for any a and
 * c.
 *
 * At most C(n − 1, k)/k! of all orders follow a given rule in k steps: any choice of k of the n − 1 steps leaves n − k
 * runs, with at most n!/k! choices of their starts. There are n² rules. Up to two thirds of the steps are accepted for
 * any n: half of the steps of a shuffle of pairs are +1, which the law about neighbours covers.
 */
export function followsRule(shuffled: readonly Order[], n: number): Violation | undefined {
  const maximum = Math.max(maxStepsOfRule(n, shuffled.length), Math.floor((2 * (n - 1)) / 3));
  if (maximum >= n - 1) return undefined;
  const steps = Math.max(0, ...shuffled.map((order) => stepsOfOneRule(order.slice(0, n), n)));
  if (steps <= maximum) return undefined;
  const where = {
    en: 'steps of an order that follow one rule, such as +7 (shuffles have at most the expected number)',
    zh: '同一个顺序中符合同一条规则（如 +7）的步数（打乱后的顺序不会超过应有的值）',
  };
  return { where, expected: maximum, got: steps };
}

/** Maximum number of steps of one rule in shuffles, except in one of a billion submissions. */
export function maxStepsOfRule(n: number, orders: number): number {
  let logOfBound = Math.log(orders * n * n);
  for (let steps = 1; steps < n; steps += 1) {
    logOfBound += Math.log((n - steps) / steps) - Math.log(steps);
    if (logOfBound < Math.log(falsePositives)) return steps - 1;
  }
  return n - 1;
}

function stepsOfOneRule(order: Order, n: number): number {
  const counts = new Uint32Array(n);
  let largest = 0;
  for (let factor = 1; factor < n; factor += 1) {
    counts.fill(0);
    for (let index = 1; index < order.length; index += 1) {
      const shift = ((order[index] ?? 0) + (n - factor) * (order[index - 1] ?? 0)) % n;
      const count = (counts[shift] ?? 0) + 1;
      counts[shift] = count;
      if (count > largest) largest = count;
    }
  }
  return largest;
}

/** Whether lists of these lengths would all be sorted in at most one of a billion submissions. */
export function areNeverSorted(sizes: readonly number[]): boolean {
  const logOfChance = sizes.reduce((sum, size) => {
    for (let place = 2; place <= size; place += 1) sum -= Math.log(place);
    return sum;
  }, 0);
  return logOfChance < Math.log(falsePositives);
}

function meanSharedNeighbours(orders: readonly Order[]): number {
  const pairsOf = orders.map(neighbours);
  let shared = 0;
  let compared = 0;
  for (const [index, one] of pairsOf.entries()) {
    for (const other of pairsOf.slice(index + 1)) {
      compared += 1;
      for (const pair of one) if (other.has(pair)) shared += 1;
    }
  }
  return compared === 0 ? 0 : shared / compared;
}

/** Adjacent indices, in either order, as one number per pair. */
function neighbours(order: Order): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 1; index < order.length; index += 1) {
    const [one = 0, other = 0] = [order[index - 1], order[index]];
    pairs.add(Math.min(one, other) * 2 ** 24 + Math.max(one, other));
  }
  return pairs;
}

/**
 * Maximum number of n indices that are never in a part of size `size` in this many shuffles. u given indices all stay
 * out of it with a probability of at most (1 − size/n)^(u·shuffles), and there are C(n, u) ways to choose them.
 */
export function maxNeverThere(n: number, size: number, shuffles: number): number {
  let logOfBound = 0;
  for (let missing = 1; missing <= n; missing += 1) {
    logOfBound += Math.log((n - missing + 1) / missing) + shuffles * Math.log1p(-size / n);
    if (logOfBound < Math.log(falsePositives)) return missing - 1;
  }
  return n;
}

function toTenths(number: number): number {
  return Math.round(number * 10) / 10;
}
