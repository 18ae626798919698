import { costOf } from '../../execution/values';
import type { Case } from '../types';

/** An answer up to this many times larger than all that is known of the case is still read. */
const factor = 16;
const least = 4_096;

/**
 * Limit on the cost of reading an answer on a case.
 *
 * Note [Bounded by its case]: an answer of megabytes, or a short one that claims millions of rows, would cost the
 * grader the time and memory that the sandbox denies the submission. Anything larger than this is refused before
 * decoding, and is wrong everywhere; so all judging code can assume answers about as large as correct ones.
 */
export function maxCostOf({ calls, apply = [], expected }: Pick<Case, 'calls' | 'apply' | 'expected'>): number {
  const results = expected.status === 'returned' ? costOf(expected.values) : 0;
  return least + factor * (costOf(calls) + costOf(apply) + results);
}
