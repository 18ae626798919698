/**
 * Kinds of questions, one example of each.
 *
 * Letters: `N` examples in the batch, `D` features, `C` outputs.
 */
import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';

/**
 * Half the mean squared residual of an affine layer, and its gradients with respect to input and parameters.
 *
 * Formula: S = X W + b, L = 1/(2N) Σ_ij (S_ij − T_ij)²
 *
 * @param X - (N, D) float
 * @param W - (D, C) float
 * @param b - (C,) float
 * @param targets - (N, C) float, T
 * @returns `loss` of rank 0; `dX` (N, D), `dW` (D, C) and `db` (C,), the gradients of the loss
 *
 * Worked example: X = [[1, 2]], W = [[1], [1]], b = [0] and targets [[1]] give the residual 2, so loss = 2,
 * dX = [[2, 2]], dW = [[2], [4]] and db = [2].
 */
export function affineLoss(
  X: Tensor2D,
  W: Tensor2D,
  b: Tensor1D,
  targets: Tensor2D,
): { loss: Scalar; dX: Tensor2D; dW: Tensor2D; db: Tensor1D } {
  // TODO: return {loss, dX, dW, db}; mind that b is added to every row, and what that means for db
  throw new NotImplementedError('affineLoss');
}

/**
 * Means of the 2 × 2 patches of images, and half the sum of their squares with its gradient.
 *
 * Formula: P_nijc = 1/4 Σ_{u,v ∈ {0,1}} I_n(2i+u)(2j+v)c, L = 1/2 Σ P²
 *
 * @param images - (N, H, W, C) float, I; H and W are even
 * @returns `pooled` (N, H/2, W/2, C); `loss` of rank 0; `dImages` (N, H, W, C), the gradient of the loss
 *
 * Worked example: one image [[1, 3], [5, 7]] of one channel has one patch, of mean 4: loss = 8, and each entry of
 * dImages is 4 · 1/4 = 1.
 */
export function pooledLoss(images: Tensor4D): { pooled: Tensor4D; loss: Scalar; dImages: Tensor4D } {
  // TODO: return {pooled, loss, dImages}; mind which axes are pooled, and that each pixel has a
  //       share in its mean
  throw new NotImplementedError('pooledLoss');
}

/**
 * Draws the weights of a layer: uniform numbers around 0 that preserve the variance of activations and gradients.
 *
 * Formula: w ~ U[−a, a) with variance a²/3 = 2 / (fanIn + fanOut)
 *
 * @param fanIn - inputs of the layer
 * @param fanOut - outputs of the layer
 * @param seed - determines the numbers
 * @returns (fanIn, fanOut) float
 *
 * Worked example: fanIn = 4 and fanOut = 2 give the variance 1/3, so a = 1.
 */
export function uniformInit(fanIn: number, fanOut: number, seed: number): Tensor2D {
  // TODO: return the matrix; mind that the limit is not the standard deviation
  throw new NotImplementedError('uniformInit');
}

/**
 * Makes a scheduler that halves the learning rate whenever the loss is not lower than the best so far.
 *
 * @param rate - the initial learning rate
 * @returns a function that takes the loss of an epoch and returns the rate for the next
 *
 * Worked example: rate 1 and the losses 3, 4, 2 give 1, 0.5, 0.5.
 */
export function makeScheduler(rate: number): (loss: number) => number {
  // TODO: return a function; mind what it has to remember between calls, and that equal is not
  //       lower
  throw new NotImplementedError('makeScheduler');
}

/** Watches losses, and decides when to stop. */
export interface Stopping {
  record(loss: number): 'continue' | 'stop';
  best(): number;
}

/**
 * Makes a watcher that stops training after some epochs in a row without improvement.
 *
 * @param patience - epochs in a row without a new best loss after which training stops
 * @returns `record`, which takes the loss of an epoch and returns whether to go on, and `best`, the lowest loss so far
 *
 * Worked example: with patience 2 the losses 3, 4, 5 give 'continue', 'continue', 'stop', and the best is 3.
 */
export function makeStopping(patience: number): Stopping {
  // TODO: return {record, best}; mind that a new best restarts the count, and that 'stop' is final
  throw new NotImplementedError('makeStopping');
}

/**
 * Classifies learning rates of gradient descent on w²/2, which multiplies w by 1 − rate in each step.
 *
 * @param rates - learning rates above 0
 * @returns `words`, one of 'converges' (up to 1), 'oscillates' (between 1 and 2), 'diverges' (from 2 on) for each rate;
 *   `stable`, for each whether it does not diverge; `allStable`, whether all are
 *
 * Worked example: [0.5, 1.5, 3] gives ['converges', 'oscillates', 'diverges'], [true, true, false] and false.
 */
export function describeRates(rates: number[]): { words: string[]; stable: boolean[]; allStable: boolean } {
  // TODO: return {words, stable, allStable}; mind the cases of exactly 1 and 2
  throw new NotImplementedError('describeRates');
}

/**
 * Gradient descent for least squares from w = 0, until the loss is small enough. Other code can run between steps, such
 * as a page that shows the loss, since the loss is read by `await loss.data()`.
 *
 * Formula: L(w) = 1/(2N) Σ_i (x_i · w − t_i)², w ← w − η · 1/N Σ_i (x_i · w − t_i) x_i
 *
 * @param x - (N, D) float, the features x_i
 * @param targets - (N,) float, t
 * @param rate - η > 0
 * @param tolerance - a loss of at most this ends the descent
 * @param maxSteps - the maximum number of steps
 * @returns a promise of `w` (D,), the weights; `losses`, the loss before each step, and that of `w` at the end; `steps`,
 *   the number of steps
 *
 * Worked example: x = [[1]] and t = [2] with rate 0.5 and tolerance 0.1 give the losses 2, 0.5, 0.125 and 0.03125 in
 * 3 steps, and w = [1.75].
 */
export async function descend(
  x: Tensor2D,
  targets: Tensor1D,
  rate: number,
  tolerance: number,
  maxSteps: number,
): Promise<{ w: Tensor1D; losses: number[]; steps: number }> {
  // TODO: return {w, losses, steps}; tf.tidy can't contain an await, so put each step into its own
  throw new NotImplementedError('descend');
}
