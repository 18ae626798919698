import { magnitude, norm, relativeError } from './relativeError';
import { tolerances } from './tolerances';

export interface Difference {
  readonly equal: boolean;
  readonly relativeError: number;
  /** Flat index of the element that is farthest beyond its bound. */
  readonly worst: number;
  /** Elements beyond their bound. */
  readonly count: number;
}

/**
 * Holds finite numbers against expected ones, by the rule of reference and property checks.
 *
 * Formula: relative error < 1e-9 and |a−b| ≤ 1e-9·(|a|+|b|) + 1e-12·scale for every element; or ‖a−b‖ ≤ 1e-12·scale
 *
 * @param scale - undefined: the largest expected magnitude
 */
export function compareNumbers(expected: Float64Array, got: Float64Array, scale: number = magnitude(expected)): Difference {
  const error = relativeError(expected, got);
  const excess = expected.map((value, index) => {
    const other = got[index] ?? NaN;
    const bound = tolerances.relative * (Math.abs(value) + Math.abs(other)) + tolerances.absolute * scale;
    const distance = Math.abs(value - other);
    return distance <= bound ? 0 : distance - bound;
  });
  const count = excess.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
  const distance = norm(expected.map((value, index) => value - (got[index] ?? NaN)));
  const equal = (error < tolerances.relative && count === 0) || distance <= tolerances.absolute * scale;
  return { equal, relativeError: error, worst: indexOfLargest(excess), count: equal ? 0 : Math.max(count, 1) };
}

/** Formula: |a−b| ≤ bound·|expected| */
export function compareRelative(expected: Float64Array, got: Float64Array, bound: number): Difference {
  const excess = expected.map((value, index) => {
    const distance = Math.abs(value - (got[index] ?? NaN));
    return distance <= bound * Math.abs(value) ? 0 : distance;
  });
  const count = excess.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
  return { equal: count === 0, relativeError: relativeError(expected, got), worst: indexOfLargest(excess), count };
}

function indexOfLargest(vector: Float64Array): number {
  let largest = 0;
  for (let index = 1; index < vector.length; index += 1) {
    // A NaN counts as the largest: it is never within its bound.
    if (!((vector[index] ?? 0) <= (vector[largest] ?? 0))) largest = index;
  }
  return largest;
}
