import { tolerances } from './tolerances';

/**
 * Distance of two vectors relative to their size.
 *
 * Formula: ‖a − b‖₂ / (‖a‖₂ + ‖b‖₂ + 1e-8)
 *
 * @returns NaN if any element is NaN or infinite
 */
export function relativeError(a: Float64Array, b: Float64Array): number {
  const difference = a.map((value, index) => value - (b[index] ?? NaN));
  return norm(difference) / (norm(a) + norm(b) + tolerances.relativeErrorGuard);
}

/** Euclidean length, without overflow for large elements. */
export function norm(vector: Float64Array): number {
  const largest = vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(vector.reduce((sum, value) => sum + (value / largest) ** 2, 0));
}

/** Largest magnitude among the elements; 0 for an empty vector. */
export function magnitude(vector: Float64Array): number {
  return vector.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}
