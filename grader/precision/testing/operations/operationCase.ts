import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../measurePrecision';

export type Nested = number | readonly Nested[];

/** One operation of tfjs on given inputs, and the expected result. */
export interface OperationCase {
  readonly name: string;
  readonly compute: (tf: Tfjs) => Tensor | Tensor1D | Tensor2D;
  /** The same by plain loops over numbers, or by hand: never computed by tfjs. */
  readonly expected: Nested;
  /**
   * Exact in single precision too, as whole numbers and truth values are: it proves that the operation works, not its
   * precision.
   */
  readonly exact?: true;
}

/**
 * How far tfjs is from the expected values, relative to the largest of them.
 *
 * Formula: max|a − b| / max|b|
 *
 * @returns Infinity where the shapes differ or anything is not finite
 */
export function relativeError({ compute, expected }: OperationCase, tf: Tfjs): number {
  const got = tf.tidy(() => {
    const tensor = compute(tf);
    return { shape: tensor.shape, values: Array.from(tensor.dataSync()) };
  });
  const values = flatten(expected);
  if (String(got.shape) !== String(shapeOf(expected))) return Infinity;
  const differences = values.map((value, index) => Math.abs(value - (got.values[index] ?? NaN)));
  const error = Math.max(0, ...differences) / (Math.max(0, ...values.map(Math.abs)) || 1);
  return Number.isFinite(error) ? error : Infinity;
}

function flatten(nested: Nested): number[] {
  return typeof nested === 'number' ? [nested] : nested.flatMap(flatten);
}

/** The shape by the first entry of each level; the count of values is then compared element by element. */
function shapeOf(nested: Nested): number[] {
  if (typeof nested === 'number') return [];
  const [first] = nested;
  return first === undefined ? [0] : [nested.length, ...shapeOf(first)];
}
