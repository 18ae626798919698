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
 * Compares numbers with expected ones, by the rule of reference and property checks. Non-finite numbers are never
 * equal.
 *
 * Formula: relative error < 1e-9 and |a−b| ≤ 1e-9·(|a|+|b|) + 1e-12·scale for every element; or ‖a−b‖ ≤ 1e-12·scale
 *
 * @param scale - defaults to the largest expected magnitude
 */
export function compareNumbers(
  expected: Float64Array,
  got: Float64Array,
  scale: number = magnitude(expected),
): Difference {
  // Of a right answer nearly all numbers are the very same, and are compared in many thousand cases of a class.
  if (expected.every((value, index) => value === got[index] && Number.isFinite(value))) return noDifference;
  const error = relativeError(expected, got);
  const excess = expected.map((value, index) => {
    const other = got[index] ?? NaN;
    const bound = tolerances.relative * (Math.abs(value) + Math.abs(other)) + tolerances.absolute * scale;
    return excessOf(Math.abs(value - other), bound);
  });
  const count = countBeyond(excess);
  const distance = norm(expected.map((value, index) => value - (got[index] ?? NaN)));
  const close = (error < tolerances.relative && count === 0) || distance <= tolerances.absolute * scale;
  // An infinite distance is within an infinite bound, which means nothing.
  const equal = close && Number.isFinite(distance);
  return { equal, relativeError: error, worst: indexOfLargest(excess), count: equal ? 0 : Math.max(count, 1) };
}

const noDifference: Difference = { equal: true, relativeError: 0, worst: 0, count: 0 };

/** Formula: |a−b| ≤ bound·|expected|; its relative error is the largest |a−b|/|expected| */
export function compareRelative(expected: Float64Array, got: Float64Array, bound: number): Difference {
  const excess = expected.map((value, index) => {
    return excessOf(Math.abs(value - (got[index] ?? NaN)), bound * Math.abs(value));
  });
  const errors = expected.map((value, index) => relativeTo(value, got[index] ?? NaN));
  const count = countBeyond(excess);
  return {
    equal: count === 0,
    relativeError: errors[indexOfLargest(errors)] ?? 0,
    worst: indexOfLargest(excess),
    count,
  };
}

/** Formula: |a−b| ≤ bound·scale; its relative error is the largest |a−b|/scale */
export function compareAbsolute(
  expected: Float64Array,
  got: Float64Array,
  bound: number,
  scale: number = magnitude(expected),
): Difference {
  const distances = expected.map((value, index) => Math.abs(value - (got[index] ?? NaN)));
  const excess = distances.map((distance) => excessOf(distance, bound * scale));
  const count = countBeyond(excess);
  const relativeError = count === 0 && scale === 0 ? 0 : (distances[indexOfLargest(distances)] ?? 0) / scale;
  return { equal: count === 0, relativeError, worst: indexOfLargest(excess), count };
}

/** Index of the largest element. NaN counts as the largest: it is never within its bound. */
export function indexOfLargest(vector: Float64Array): number {
  const notANumber = vector.findIndex((value) => Number.isNaN(value));
  if (notANumber !== -1) return notANumber;
  return vector.reduce((largest, value, index) => (value > (vector[largest] ?? 0) ? index : largest), 0);
}

/** How far a distance is beyond its bound; 0 within. */
function excessOf(distance: number, bound: number): number {
  if (!Number.isFinite(distance)) return Infinity;
  return distance <= bound ? 0 : distance - bound;
}

function relativeTo(expected: number, got: number): number {
  return expected === got ? 0 : Math.abs(expected - got) / Math.abs(expected);
}

function countBeyond(excess: Float64Array): number {
  return excess.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0);
}
