/** Helpers for worked figures of the handout, in addition to the solution. */
import * as tf from '@tensorflow/tfjs';
import { hingeLoss, softmaxLoss } from './losses';

/** Losses of the handout's example with the first weight moved by a: softmax with its penalty, hinge without one. */
export function slice(a: number): readonly [softmax: number, hinge: number] {
  const [x, y] = [tf.tensor2d([[1]]), tf.tensor1d([0], 'int32')];
  const W = tf.tensor2d([[1 + a], [-1]]);
  const hinge = hingeLoss(tf.matMul<tf.Tensor2D>(x, W, false, true), y, 1);
  return [softmaxLoss(W, x, y, 0.1).loss.arraySync(), hinge.loss.arraySync()];
}
