import type { Violation } from '../../pipeline/checks/laws';
import type { Words } from '../../pipeline/types';
import type { Order } from './shuffled';

/**
 * How often such a law may refuse honest work, as powers of ten: once in a billion submissions.
 *
 * Note [Explained better]: what is no shuffle makes some orders likelier than others. Of a shuffle, whose orders are all
 * equally likely, the product of P(order)·n! over independent orders has the mean 1 if P is any distribution at all, and
 * so exceeds 10^k in one of 10^k submissions at most (Markov), whatever generator they use.
 */
const maxPower = 9;

/**
 * Refuses orders that a wrong way of making them explains far better than a shuffle does: see Note [Explained better].
 *
 * @param name - the wrong way, as in code
 * @param arrangements - the orders of all seeds, in each of the ways that they may have been made
 * @param logOdds - ln(P(order)·n!) if they were made the wrong way
 */
export function explainedBetter(
  name: Words,
  arrangements: readonly (readonly Order[])[],
  logOdds: (order: Order) => number,
): Violation | undefined {
  const powers = arrangements.map((orders) => orders.reduce((sum, order) => sum + logOdds(order), 0) / Math.LN10);
  // The largest of several exceeds a bound at most as often as each of them together.
  const got = Math.max(...powers) - Math.log10(arrangements.length);
  if (!(got > maxPower)) return undefined;
  const where = {
    en: `powers of ten by which ${name.en} explains your orders better than a shuffle does (a shuffle has at most what is expected)`,
    zh: `用${name.zh}比用真正的打乱更能解释这些顺序的程度（10 的幂次；真正的打乱不会超过应有的值）`,
  };
  return { where, expected: maxPower, got: Math.round(got) };
}
