import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { defineComputation } from './Computation';

type BatchNorm = (x: Tensor2D, gamma: Tensor1D, beta: Tensor1D, epsilon: number) => { out: Tensor2D };

/** Two features of a batch, before and after the student's batch normalization with γ = 1 and β = 0. */
export const normalizedBatch = defineComputation<
  { readonly points: readonly (readonly [number, number])[] },
  readonly (readonly [number, number])[]
>('beyond.batchNorm', (own, tf, { points }) => {
  const batchNorm = own<BatchNorm>('09-beyond', 'batchNorm');
  const { out } = batchNorm(tf.tensor2d(points.map((point) => [...point])), tf.ones([2]), tf.zeros([2]), 1e-5);
  const values = out.dataSync();
  return points.map((_, row) => [values[2 * row] ?? NaN, values[2 * row + 1] ?? NaN]);
});
