import type { Finding } from '../../types';

/**
 * Whether a difference is one of labels, counts or places, which are right or wrong whatever their ratio; or one from
 * NaN or an infinity, which has none.
 */
export function areCounts({ expected, got }: Extract<Finding, { id: 'values-differ' }>): boolean {
  return !Number.isFinite(expected) || (Number.isInteger(expected) && Number.isInteger(got));
}
