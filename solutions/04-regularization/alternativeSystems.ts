/** Independent right solutions of the linear systems and the posterior. */
import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { LogDensity } from 'descent';
import { dot, gram, leastSquares, type Matrix } from './linearAlgebra';
import { timesBetween } from './mistakes';
import { solveWithPenalty } from './systems';

const scaledIdentity = (size: number, value: number): number[][] =>
  timesBetween(1, size).map((i) => timesBetween(1, size).map((j) => (i === j ? value : 0)));

function solveStacked(x: Tensor2D, targets: Tensor1D, gamma: Matrix): Tensor1D {
  const wanted = [...targets.arraySync(), ...gamma.map(() => 0)];
  return tf.tensor1d(leastSquares([...x.arraySync(), ...gamma], wanted, x.shape[1]));
}

export const ridgeSolution = {
  'normal equations': (x: Tensor2D, targets: Tensor1D, lambda: number): Tensor1D =>
    solveWithPenalty(x, targets, scaledIdentity(x.shape[1], lambda)),
  'Gram–Schmidt': (x: Tensor2D, targets: Tensor1D, lambda: number): Tensor1D =>
    solveStacked(x, targets, scaledIdentity(x.shape[1], Math.sqrt(lambda))),
};

export const tikhonovSolution = {
  'normal equations': (x: Tensor2D, targets: Tensor1D, gamma: Tensor2D): Tensor1D =>
    solveWithPenalty(x, targets, gram(gamma.arraySync(), x.shape[1])),
  'Gram–Schmidt': (x: Tensor2D, targets: Tensor1D, gamma: Tensor2D): Tensor1D =>
    solveStacked(x, targets, gamma.arraySync()),
};

export const logPosterior = {
  loop: (w: Tensor1D, x: Tensor2D, targets: Tensor1D, noiseVariance: number, priorVariance: number): LogDensity => {
    const weights = w.arraySync();
    const y = targets.arraySync();
    let value = 0;
    const slopes = weights.map((weight) => {
      value -= weight ** 2 / (2 * priorVariance);
      return -weight / priorVariance;
    });
    for (const [n, row] of x.arraySync().entries()) {
      const missing = (y[n] ?? NaN) - dot(row, weights);
      value -= missing ** 2 / (2 * noiseVariance);
      row.forEach((feature, d) => slopes.splice(d, 1, (slopes[d] ?? NaN) + (feature * missing) / noiseVariance));
    }
    return { value: tf.scalar(value), dw: tf.tensor1d(slopes) };
  },
  'with the constants of both densities': (
    w: Tensor1D,
    x: Tensor2D,
    targets: Tensor1D,
    noiseVariance: number,
    priorVariance: number,
  ): LogDensity =>
    tf.tidy(() => {
      const logDensity = (z: Tensor, variance: number): Tensor => {
        const constant = -0.5 * Math.log(2 * Math.PI * variance);
        return tf.sum(tf.sub(constant, tf.div(tf.mul(z, z), 2 * variance)));
      };
      const missing = tf.sub<Tensor1D>(targets, tf.dot(x, w));
      const value = tf.add<Scalar>(logDensity(missing, noiseVariance), logDensity(w, priorVariance));
      const climb = tf.dot(missing, x); // (D,)
      return { value, dw: tf.sub<Tensor1D>(tf.mul(climb, 1 / noiseVariance), tf.mul(w, 1 / priorVariance)) };
    }),
};
