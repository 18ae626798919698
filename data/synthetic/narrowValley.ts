import * as tf from '@tensorflow/tfjs';
import { seededRandom } from 'descent';
import { gaussian } from './gaussian';

export interface NarrowValleyOptions {
  /** Seed of the examples and of the start; 1 by default. */
  readonly seed?: number;
  /** Number of examples, at least 2; 20 by default. */
  readonly count?: number;
}

/** The surface, its regression, and a starting point. */
export type NarrowValley = {
  /** (count, 2) float, with xᵀx = diag(1, 100) */
  x: tf.Tensor2D;
  /** (count,) zeros */
  targets: tf.Tensor1D;
  /** (2,) 10 along the valley, and up to ±1 across */
  start: tf.Tensor1D;
  /** (2,) the surface's curvatures, 1 and 100 */
  curvatures: tf.Tensor1D;
};

const curvatures = [1, 100] as const;

/**
 * The loss surface f(w) = ½w₁² + 50w₂² as data: a regression whose ½Σ(xw − targets)² is exactly f. Its minimum is 0 at
 * w = 0, and its curvature is 100 times larger across the valley than along it, so gradient descent diverges with rates
 * above 0.02, and is slow with those below.
 *
 * Formula: x = Q diag(1, 10), the columns of Q orthonormal; then ½‖xw‖² = ½wᵀ diag(1, 100) w.
 *
 * @returns tensors; the caller disposes them
 * @throws RangeError if count is not an integer above 1
 */
export function narrowValley({ seed = 1, count = 20 }: NarrowValleyOptions = {}): NarrowValley {
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(`count is ${count}; it must be a whole number above 1.`);
  const random = seededRandom(seed);
  const normal = gaussian(random);
  const draw = (): number[] => Array.from({ length: count }, normal);
  const along = normalized(draw());
  const across = normalized(withoutComponent(draw(), along));
  const rows = along.map((value, row) => [
    Math.sqrt(curvatures[0]) * value,
    Math.sqrt(curvatures[1]) * (across[row] ?? 0),
  ]);
  return {
    x: tf.tensor2d(rows, [count, 2], 'float32'),
    targets: tf.zeros([count]),
    start: tf.tensor1d([10, 2 * random() - 1], 'float32'),
    curvatures: tf.tensor1d([...curvatures], 'float32'),
  };
}

/** The height f(w) = ½w₁² + 50w₂² of the surface, with plain numbers. */
export function valleyHeight(w1: number, w2: number): number {
  return (curvatures[0] * w1 ** 2 + curvatures[1] * w2 ** 2) / 2;
}

/** The gradient (w₁, 100w₂) of the surface. */
export function valleyGradient(w1: number, w2: number): [number, number] {
  return [curvatures[0] * w1, curvatures[1] * w2];
}

/** Two Gram–Schmidt steps, since one leaves a remainder if the vectors are nearly parallel. */
function withoutComponent(vector: readonly number[], unit: readonly number[]): number[] {
  const once = (from: readonly number[]): number[] => {
    const overlap = dot(from, unit);
    return from.map((value, index) => value - overlap * (unit[index] ?? 0));
  };
  return once(once(vector));
}

function normalized(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
