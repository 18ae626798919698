import type { Examples } from '../examples/examples';
import { seededRandom } from 'descent';
import { requireCount, shuffledExamples, type Point } from './points';

export interface XorOptions {
  /** Seed of noise and order; 1 by default. */
  readonly seed?: number;
  /** Points around each corner; 50 by default. */
  readonly perCorner?: number;
  /** Maximum distance of a coordinate from its corner, below 1; 0.5 by default. */
  readonly noise?: number;
}

const corners = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;

/**
 * Points around the corners (±1, ±1), of class 1 if the signs differ. No line separates the classes; with x1·x2 as a
 * third coordinate the plane x1·x2 = 0 does.
 *
 * @returns x (4 · perCorner, 2) float, y 0 or 1; the caller disposes them
 * @throws RangeError if perCorner is not a positive integer, or noise isn't in 0..1 (1 excluded: points would change
 *   sign)
 */
export function xor({ seed = 1, perCorner = 50, noise = 0.5 }: XorOptions = {}): Examples {
  requireCount('perCorner', perCorner);
  if (!(noise >= 0 && noise < 1)) throw new RangeError(`noise is ${noise}; it must be at least 0 and below 1.`);
  const random = seededRandom(seed);
  const offset = (): number => noise * (2 * random() - 1);
  const points = corners.flatMap(([x1, x2]) =>
    Array.from({ length: perCorner }, (): Point => ({
      x1: x1 + offset(),
      x2: x2 + offset(),
      label: x1 === x2 ? 0 : 1,
    })),
  );
  return shuffledExamples(points, seed);
}
