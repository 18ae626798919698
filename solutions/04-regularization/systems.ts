import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { tensor, type Random } from 'descent/author';
import { gram, plus, solve, times, transpose, type Matrix } from './linearAlgebra';

/**
 * A matrix whose columns are independent whatever the random numbers: `size` in the columns in turn, and a little noise.
 *
 * Note [Condition]: two right solvers differ by some condition number × 2⁻⁵². With noise below a tenth of `size`, up to 24
 * elements and every column met, the condition number of xᵀx stays below 20; with a penalty on top it only falls.
 */
export function independentColumns(random: Random, rows: number, columns: number, size = 2): ReturnType<typeof tensor> {
  return tensor(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => (i % columns === j ? size : 0) + random.number(-size / 10, size / 10)),
    ),
  );
}

/** Solves (xᵀx + penalty) w = xᵀy, the normal equations. With the wrong penalty it is a mistake. */
export function solveWithPenalty(x: Tensor2D, targets: Tensor1D, penalty: Matrix): Tensor1D {
  const columns = x.shape[1];
  const rows = x.arraySync();
  return tf.tensor1d(solve(plus(gram(rows, columns), penalty), times(transpose(rows, columns), targets.arraySync())));
}

/**
 * The minimum of a quadratic function of w by conjugate gradients, which know it through `tf.grad` alone.
 *
 * @param size - number of unknowns, which is also the number of steps that suffice
 */
export function minimizeQuadratic(f: (w: Tensor1D) => tf.Scalar, size: number): Tensor1D {
  return tf.tidy(() => {
    const slope = tf.grad((w) => f(w as Tensor1D)) as (w: Tensor1D) => Tensor1D;
    const slopeAtZero = slope(tf.zeros([size]));
    let w = tf.zeros<tf.Rank.R1>([size]);
    let residual = tf.neg(slopeAtZero);
    let direction = residual;
    const lengthAtZero = tf.sum(tf.square(slopeAtZero)).dataSync()[0] ?? NaN;
    // A second round takes off what rounding left of the first.
    for (let step = 0; step < 2 * size; step += 1) {
      const length = tf.sum(tf.square(residual));
      // Below that, differences of slopes are rounding.
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
