import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { tensor, type Random, type TensorValue } from 'descent/author';
import { gram, plus, solve, times, transpose, type Matrix } from './linearAlgebra';

/**
 * A matrix with independent columns for any random numbers: `size` in each column in turn, plus a little noise.
 *
 * Note [Condition]: two right solvers differ by about the condition number × 2⁻⁵². With noise below a tenth of `size`, at
 * most 24 elements and no fewer rows than columns, the condition number of xᵀx is below 20, and a penalty lowers it.
 */
export function independentColumns(random: Random, rows: number, columns: number, size = 2): TensorValue {
  return tensor(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => (i % columns === j ? size : 0) + random.number(-size / 10, size / 10)),
    ),
  );
}

/** Solves the normal equations (xᵀx + penalty) w = xᵀy, possibly with a wrong penalty. */
export function solveWithPenalty(x: Tensor2D, targets: Tensor1D, penalty: Matrix): Tensor1D {
  const columns = x.shape[1];
  const rows = x.arraySync();
  return tf.tensor1d(solve(plus(gram(rows, columns), penalty), times(transpose(rows, columns), targets.arraySync())));
}

/**
 * Minimizes a quadratic function of w by conjugate gradients, using only `tf.grad`.
 *
 * @param size - number of unknowns, and of steps that suffice without rounding
 */
export function minimizeQuadratic(f: (w: Tensor1D) => tf.Scalar, size: number): Tensor1D {
  return tf.tidy(() => {
    const slope = tf.grad((w) => f(w as Tensor1D)) as (w: Tensor1D) => Tensor1D;
    const slopeAtZero = slope(tf.zeros([size]));
    let w = tf.zeros<tf.Rank.R1>([size]);
    let residual = tf.neg(slopeAtZero);
    let direction = residual;
    const lengthAtZero = tf.sum(tf.square(slopeAtZero)).dataSync()[0] ?? NaN;
    // The second round corrects the rounding errors of the first.
    for (let step = 0; step < 2 * size; step += 1) {
      const length = tf.sum(tf.square(residual));
      // Below that, differences of slopes are only rounding.
      if ((length.dataSync()[0] ?? NaN) <= 1e-26 * lengthAtZero) break;
      const curved = tf.sub(slope(direction), slopeAtZero); // Hessian · direction
      const stride = tf.div(length, tf.sum(tf.mul(direction, curved)));
      w = tf.add(w, tf.mul(stride, direction));
      residual = tf.neg(slope(w));
      direction = tf.add(residual, tf.mul(direction, tf.div(tf.sum(tf.square(residual)), length)));
    }
    return w;
  });
}
