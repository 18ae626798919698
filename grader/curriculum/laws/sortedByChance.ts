import type { Violation } from '../../pipeline/checks/laws';
import type { Order } from './shuffled';

/**
 * How often the law may refuse honest work, as powers of ten: once in a billion submissions.
 *
 * Note [Sorted by chance]: `places.sort(() => next() - 0.5)` is no shuffle, since a comparison that knows neither of its
 * places leaves some orders far more likely than others, and which ones depends on how the engine sorts. How likely V8's
 * sort makes an order is computed exactly. For shuffles, whose orders are all equally likely, the product of
 * P(order | sort)·n! over independent orders has the mean 1, and so exceeds 10^k in one of 10^k submissions at most
 * (Markov). For 20 such sorts of 60 places its mean is 10^25.
 *
 * Note [Uneven swaps]: swapping each place with any of all n, and not with one that is still to come, is not even
 * either: a place comes to stand 1.36 times as often shortly before its own as elsewhere, and 0.74 times shortly behind.
 * It is let through all the same. No generator is asked for, and such orders differ, separate neighbours and bring every
 * row into every part. Nor could it be told from 20 orders of 60 places: by how often each place stands where, the
 * product has a mean of 10^2.5 and a spread of 10^1.7.
 */
const maxPower = 9;

/**
 * Refuses orders that a sort with random comparisons explains far better than a shuffle does: see Note [Sorted by
 * chance].
 *
 * @param arrangements - the orders of all seeds, in each of the ways that they may have been cut from
 */
export function sortedByChance(...arrangements: readonly (readonly Order[])[]): Violation | undefined {
  const powers = arrangements.map((orders) => orders.reduce((sum, order) => sum + logOddsOfSort(order), 0) / Math.LN10);
  // The largest of several exceeds a bound at most as often as each of them together.
  const got = Math.max(...powers) - Math.log10(arrangements.length);
  if (!(got > maxPower)) return undefined;
  const where = {
    en: 'powers of ten by which `.sort(() => random() - 0.5)` explains your orders better than a shuffle does (a shuffle has at most what is expected)',
    zh: '用 `.sort(() => random() - 0.5)` 比用真正的打乱更能解释这些顺序的程度（10 的幂次；真正的打乱不会超过应有的值）',
  };
  return { where, expected: maxPower, got: Math.round(got) };
}

/**
 * ln(P(order | sort)·n!) for less than 64 places, which V8 sorts by insertion: the first two and all that go on in their
 * direction are a run, which is turned round if it falls; each further one finds its place by halving what is sorted.
 */
export function logOddsOfSort(order: Order): number {
  const n = order.length;
  if (n < 2 || n > 63) return 0;
  const at = order.map((_, place) => order.indexOf(place));
  /** How many of the places before come first. */
  const inserted = at.map((position, place) => at.slice(0, place).filter((other) => other < position).length);
  const logOfRest = inserted.map((index, place) => -halvings(index, place) * Math.LN2);
  let rest = logOfRest.slice(2).reduce((sum, one) => sum + one, 0);
  // The run has at least two places; each further one goes on with probability ½, and one more ½ ends it.
  let chance = Math.exp(rest - 2 * Math.LN2 + (n === 2 ? Math.LN2 : 0));
  const rises = inserted[1] === 1;
  for (let length = 3; length <= n && inserted[length - 1] === (rises ? length - 1 : 0); length += 1) {
    rest -= logOfRest[length - 1] ?? 0;
    chance += Math.exp(rest - (length === n ? length - 1 : length) * Math.LN2);
  }
  return Math.log(chance) + inserted.reduce((sum, _, place) => sum + Math.log(place + 1), 0);
}

/** How often `count` sorted places are halved until one comes in at `index`. */
function halvings(index: number, count: number): number {
  let [low, high, steps] = [0, count, 0];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (index <= middle) high = middle;
    else low = middle + 1;
    steps += 1;
  }
  return steps;
}
