import type { Finding } from '../../types';

/**
 * Whether a difference is between labels, counts or indices, for which a relative error means nothing; or from NaN or
 * infinity, which has none.
 */
export function areCounts({ expected, got }: Extract<Finding, { id: 'values-differ' }>): boolean {
  return !Number.isFinite(expected) || (Number.isInteger(expected) && Number.isInteger(got));
}
