import type { Violation } from '../../pipeline/checks/laws';
import { explainedBetter } from './explainedBetter';
import type { Order } from './shuffled';

/**
 * Refuses orders that a sort with random comparisons explains far better than a shuffle does.
 *
 * Note [Sorted by chance]: `places.sort(() => next() - 0.5)` is no shuffle, since a comparison that knows neither of its
 * places leaves some orders far more likely than others, and which ones depends on how the engine sorts. How likely V8's
 * sort makes an order is computed exactly. For 20 such sorts of 60 places the mean of Note [Explained better] is 10^25.
 *
 * @param arrangements - the orders of all seeds, in each of the ways that they may have been cut from
 */
export function sortedByChance(...arrangements: readonly (readonly Order[])[]): Violation | undefined {
  return explainedBetter(
    { en: '`.sort(() => random() - 0.5)`', zh: ' `.sort(() => random() - 0.5)` ' },
    arrangements,
    logOddsOfSort,
  );
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
