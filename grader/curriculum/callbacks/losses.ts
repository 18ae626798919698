import * as tf from '../../precision/tfjs';
import { defineCallback } from '../../execution/defineCallback';

// Losses with a penalty, and their gradients, for training loops. All returned tensors are new.

/** A loss that no exercise asks for. */
export const logCosh = defineCallback({
  name: 'logCosh',
  description:
    'the mean over the rows of Σ_c log cosh(x Wᵀ − one-hot y) plus λ Σ W², with its gradient; labels are classes',
  parameters: {},
  make: () => (W: tf.Tensor2D, x: tf.Tensor2D, y: tf.Tensor1D, lambda: number) =>
    tf.tidy(() => {
      const isClass = tf.equal(tf.expandDims(y, 1), tf.range(0, W.shape[0], 1, 'int32')); // (N, C)
      const residuals = tf.sub<tf.Tensor2D>(tf.dot(x, tf.transpose(W)), tf.cast(isClass, 'float32')); // (N, C)
      const ofData = tf.mean(tf.sum(tf.log(tf.cosh(residuals)), 1));
      return penalized(ofData, tf.tanh(residuals), { W, x, lambda });
    }),
});

export const leastSquares = defineCallback({
  name: 'leastSquares',
  description: '½ mean (x Wᵀ − y)², summed over the rows of W, plus λ Σ W², with its gradient; labels are targets',
  parameters: {},
  make: () => (W: tf.Tensor2D, x: tf.Tensor2D, y: tf.Tensor1D, lambda: number) =>
    tf.tidy(() => {
      const residuals = tf.sub<tf.Tensor2D>(tf.dot(x, tf.transpose(W)), tf.expandDims(y, 1)); // (N, C)
      const ofData = tf.mul(tf.mean(tf.square(residuals)), W.shape[0] / 2);
      return penalized(ofData, residuals, { W, x, lambda });
    }),
});

interface LossInputs {
  readonly W: tf.Tensor2D;
  readonly x: tf.Tensor2D;
  readonly lambda: number;
}

/** Adds the penalty to a mean data loss with the gradient `slopes` (N, C) of its sum. */
function penalized(
  ofData: tf.Tensor,
  slopes: tf.Tensor2D,
  { W, x, lambda }: LossInputs,
): { loss: tf.Tensor; dW: tf.Tensor } {
  const ofWeights = tf.sum(tf.mul(lambda, tf.square(W)));
  const dW = tf.div(tf.dot(tf.transpose(slopes), x), x.shape[0]);
  return { loss: tf.add(ofData, ofWeights), dW: tf.add(dW, tf.mul(2 * lambda, W)) };
}
