import type * as tf from '@tensorflow/tfjs';

/** The API of TensorFlow.js, in either precision. */
export type Tfjs = typeof tf;

export type Precision = 'float64' | 'float32';

/** Measures the precision in which a tfjs computes: 1 + 2⁻⁴⁰ needs 41 bits of mantissa, single precision has 24. */
export function measurePrecision({ add, tidy }: Tfjs): Precision {
  const small = 2 ** -40;
  const [left] = tidy(() => add([1], [small]).sub(1).dataSync());
  return left === small ? 'float64' : 'float32';
}
