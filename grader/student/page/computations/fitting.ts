import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { defineComputation } from './Computation';

export interface FitParameters {
  readonly points: readonly (readonly [number, number])[];
  readonly degree: number;
  readonly lambda: number;
}

type Ridge = (x: Tensor2D, targets: Tensor1D, lambda: number) => Tensor1D;

/** Weights of a polynomial, starting with x⁰, by the student's ridge regression. */
export const fitPolynomial = defineComputation<FitParameters, readonly number[]>(
  'fitting.fit',
  (own, tf, { points, degree, lambda }) => {
    const ridge = own<Ridge>('04-regularization', 'ridgeSolution');
    const powers = points.map(([x]) => Array.from({ length: degree + 1 }, (_, power) => x ** power));
    return [...ridge(tf.tensor2d(powers), tf.tensor1d(points.map(([, y]) => y)), lambda).dataSync()];
  },
);

export function polynomial(weights: readonly number[], x: number): number {
  return weights.reduceRight((sum, weight) => sum * x + weight, 0);
}
