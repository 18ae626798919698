import { costOf } from '../../execution/values';
import type { Case } from '../types';

/** A wrong answer may be this much larger than all that is known of the case, and is still looked at. */
const factor = 16;
const least = 16_384;

/**
 * What an answer on a case may cost to read.
 *
 * Note [Bounded by its case]: an answer of megabytes, and a short one that claims millions of rows, would cost the grader
 * the time and memory that the sandbox denies the submission. What is larger than this is refused before it is decoded,
 * and is right nowhere; so that all that judges may count on answers that are about as large as right ones.
 */
export function maxCostOf({ calls, apply = [], expected }: Pick<Case, 'calls' | 'apply' | 'expected'>): number {
  const results = expected.status === 'returned' ? costOf(expected.values) : 0;
  return least + factor * (costOf(calls) + costOf(apply) + results);
}
