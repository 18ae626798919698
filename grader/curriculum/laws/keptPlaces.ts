import type { Violation } from '../../pipeline/checks/laws';
import type { Order } from './shuffled';

/** How seldom the law may refuse honest work: once in so many submissions, whatever generator they use. */
const falseAlarms = 1e-9;

/**
 * Refuses orders in which no place ever keeps its own, as where each is swapped with one before it and never with itself,
 * and those in which too many do, as where some are never swapped.
 *
 * Note [Kept places]: one place of a shuffle keeps its own on average, and none with a probability of about 1/e: in m
 * shuffles none does in one of e^m submissions. Their number has the factorial moments of a Poisson variable of mean 1,
 * up to the n-th, or 0; so the sum of m independent ones exceeds a with a probability of at most e^(a − m)·(m/a)^a.
 *
 * @param arrangements - the orders of all seeds, in each of the ways that they may have been cut from
 */
export function keptPlaces(...arrangements: readonly (readonly Order[])[]): Violation | undefined {
  const ways = arrangements.length;
  for (const orders of arrangements) {
    const kept = orders.reduce((sum, order) => sum + order.filter((place, index) => place === index).length, 0);
    const most = maxKept(orders.length, ways);
    if (kept > most) return { where: tooMany, expected: most, got: kept };
    if (kept === 0 && neverKeepsNone(orders, ways)) return { where: none, expected: orders.length, got: 0 };
  }
  return undefined;
}

const tooMany = {
  en: 'places that keep their own, over all seeds (a shuffle has at most what is expected)',
  zh: '所有种子下仍留在原处的位置总数（真正的打乱不会超过应有的值）',
};
const none = {
  en: 'places that keep their own, over all seeds (a shuffle keeps about one with each seed)',
  zh: '所有种子下仍留在原处的位置总数（真正的打乱在每个种子下平均留下一个）',
};

/** How many places keep their own in so many shuffles, but for one of a billion submissions. */
export function maxKept(shuffles: number, ways = 1): number {
  const logOfBound = (sum: number): number => sum - shuffles + sum * Math.log(shuffles / sum) + Math.log(ways);
  let sum = shuffles;
  while (logOfBound(sum) > Math.log(falseAlarms)) sum += 1;
  return sum;
}

/** Whether so many shuffles all leave no place to itself in one of a billion submissions at most. */
function neverKeepsNone(orders: readonly Order[], ways: number): boolean {
  const logOfChance = orders.reduce((sum, { length }) => sum + Math.log(shareWithoutKept(length)), Math.log(ways));
  return logOfChance < Math.log(falseAlarms);
}

/** The share of orders that leave no place to itself, Σ (−1)^k/k! up to n. */
function shareWithoutKept(n: number): number {
  let [share, term] = [1, 1];
  for (let k = 1; k <= Math.min(n, 30); k += 1) {
    term *= -1 / k;
    share += term;
  }
  return share;
}
