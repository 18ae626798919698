/**
 * Training: from a loss, an optimizer and data to weights that generalize to new data.
 *
 * Letters, the same in every function:
 *
 * | letter   | meaning                                                                 | shape, dtype          |
 * | -------- | ----------------------------------------------------------------------- | --------------------- |
 * | `N`, `D` | examples and their features                                             |                       |
 * | `C`      | classes                                                                 |                       |
 * | `x`      | data, one example per row                                               | (N, D) float          |
 * | `y`      | class of each example (or its target, where the loss is a regression's) | (N,) int32 (or float) |
 * | `W`      | weights, one row per class                                              | (C, D) float          |
 * | `lambda` | strength λ ≥ 0 of the regularization                                    | number                |
 * | `loss`   | (W, x, y, lambda) => {loss, dW}: mean loss with its penalty, and its gradient |                 |
 *
 * Losses, optimizers and samplers are passed in as functions. Every tensor that they return is new and belongs to the
 * caller, who has to dispose it, with tf.dispose or tf.tidy, unless it is part of the result. Inputs stay unchanged.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  NotImplementedError,
  type Classifier,
  type GradientDescentOptions,
  type LabelledData,
  type LambdaChoice,
  type MiniBatchOptions,
  type SearchResult,
  type TrainingResult,
} from 'descent';

/**
 * Random search: try random weights and keep the best.
 *
 * Formula: W = argmin of loss over `tries` samples, the first of equals; NaN never wins against a number
 *
 * @param loss - returns the loss of weights, lower is better; may be NaN or infinite
 * @param sample - returns new random weights (C, D) at each call, yours to keep or to dispose
 * @param tries - number of samples, ≥ 1
 * @returns `W`, the best sample, and its `loss`; if all losses are NaN, the first sample and NaN
 *
 * Worked example: with the loss (W − 3)² and the samples 1, 4, 2 the losses are 4, 1, 1, so W = 4, the first of equals,
 * and loss = 1. The samples 1 and 2 are disposed.
 */
export function randomSearch(loss: (W: Tensor2D) => number, sample: () => Tensor2D, tries: number): SearchResult {
  // TODO: return {W, loss} of the best sample and dispose all others; draw exactly `tries`, and
  //       never let NaN win
  throw new NotImplementedError('randomSearch');
}

/**
 * Full-batch gradient descent.
 *
 * Formula: L_i = loss(W), then W ← W − α·dW, for i = 0 … iterations − 1
 *
 * @param x - (N, D) float
 * @param y - (N,) int32 classes, or float targets
 * @param options - learningRate α, iterations ≥ 0, lambda λ, initialW (C, D) and the loss
 * @returns `W` (C, D) after the last update, a new tensor even if there are no iterations; `lossHistory`, one number
 *   per iteration: the loss before W is updated
 *
 * Worked example: x = [[1]], y = [3], W = 1, α = 0.5, λ = 0 and the loss ½(W x − y)², whose gradient is (W x − y) x.
 * The first loss is ½·(−2)² = 2 and dW = −2, so W = 2. The second is ½·(−1)² = 0.5, and W = 2.5. Two iterations give W
 * = 2.5, lossHistory = [2, 0.5].
 */
export function gradientDescent(x: Tensor2D, y: Tensor1D, options: GradientDescentOptions): TrainingResult {
  // TODO: return {W, lossHistory}; record each loss before its update; dispose loss, dW and every W
  //       except the last and initialW
  throw new NotImplementedError('gradientDescent');
}

/**
 * Shuffles the indices 0 … n − 1 and splits them into batches.
 *
 * Formula: ⌈n/batchSize⌉ batches of batchSize indices each, except the last, which has the rest
 *
 * `seededRandom(seed)` from the module `descent` returns a function whose calls return numbers in [0, 1), the same for
 * the same seed.
 *
 * @param n - number of examples, ≥ 1
 * @param batchSize - size of a full batch, ≥ 1; may be more than n
 * @param seed - an integer; the same seed gives the same batches, another seed different ones
 * @returns the batches, each a list of indices; every index is in exactly one random batch
 *
 * Worked example: n = 5 and batchSize = 2 give batches of 2, 2 and 1, such as [[3, 0], [4, 1], [2]].
 */
export function miniBatches(n: number, batchSize: number, seed: number): number[][] {
  // TODO: a random order of all indices, cut into pieces; the last piece may be short
  throw new NotImplementedError('miniBatches');
}

/**
 * Mini-batch training with any optimizer: many cheap steps instead of few exact ones.
 *
 * Formula: in each epoch, for each batch of a new random order: {dW} = loss(W, x_batch, y_batch, λ), then
 *          {w, state} = step(W, dW, state); after each epoch, record the loss of all examples
 *
 * @param x - (N, D) float
 * @param y - (N,) int32 classes, or float targets
 * @param options - the optimizer's step, batchSize ≥ 1, epochs ≥ 0, lambda λ, initialW (C, D), an integer seed and the
 *   loss. The state passed to `step` is undefined at first, then what the previous step returned: undefined, a tensor
 *   or a record with tensors
 * @returns `W` (C, D) after the last step, a new tensor even if there are no epochs; `lossHistory`, one number per
 *   epoch: the loss of all N examples, with its penalty, after the epoch's last step
 *
 * Worked example: x = [[1]], y = [3], W = 1, λ = 0, the loss ½(W x − y)² and steps w = W − 0.5·dW. The only batch is
 * the whole data. After the first epoch W = 2 with loss ½, after the second W = 2.5 with loss ⅛: W = 2.5, lossHistory =
 * [0.5, 0.125].
 */
export function trainMiniBatches(x: Tensor2D, y: Tensor1D, options: MiniBatchOptions): TrainingResult {
  // TODO: return {W, lossHistory}; a new order each epoch, x and y by the same indices, one state
  //       for all epochs; dispose what you replace
  throw new NotImplementedError('trainMiniBatches');
}

/**
 * Whether a training has converged.
 *
 * Formula: |L_last − L_before| < tolerance
 *
 * @param lossHistory - losses so far, possibly empty
 * @param tolerance - ≥ 0; a change equal to it is too large
 * @returns true if the last two losses are closer than that; false with fewer than two
 *
 * Worked example: [5, 2, 1.75] with a tolerance of 0.5 has converged, since |1.75 − 2| = 0.25 < 0.5. With a tolerance
 * of 0.25 it hasn't.
 */
export function converged(lossHistory: number[], tolerance: number): boolean {
  // TODO: compare the last two losses, whichever is larger; earlier changes don't matter
  throw new NotImplementedError('converged');
}

/**
 * Early stopping: the epoch at which to stop because there was no improvement.
 *
 * Formula: the first epoch e with e − b ≥ patience, where b is the epoch of the highest accuracy up to e, the first of
 * equals
 *
 * @param validationAccuracies - one per epoch; epochs count from 0
 * @param patience - epochs to wait after the best one, ≥ 1
 * @returns the epoch at which training stops; the last epoch if training never stops early; −1 for an empty list
 *
 * Worked example: the accuracies 0.5, 0.7, 0.6, 0.7, 0.8 with a patience of 2. The best after epoch 1 is 0.7, from
 * epoch 1. Epoch 3 only equals it and is 2 epochs later: stop at 3, before the 0.8. With a patience of 3, epoch 4 is a
 * new best and the last: 4.
 */
export function stoppingEpoch(validationAccuracies: number[], patience: number): number {
  // TODO: the stopping epoch, not the best one; only an accuracy strictly higher than all before
  //       restarts the wait
  throw new NotImplementedError('stoppingEpoch');
}

/**
 * Chooses the regularization strength: train with each, compare on validation data.
 *
 * Formula: argmax over λ of evaluate(train(λ)), the first of equals; NaN never wins against a number
 *
 * @param lambdas - the strengths to try, at least one
 * @param train - returns new weights (C, D) for a strength, yours to dispose
 * @param evaluate - returns the validation accuracy of weights, NaN if the training diverged
 * @returns the best `lambda` and its `accuracy`; if all accuracies are NaN, the first lambda and NaN. All weights are
 *   disposed.
 *
 * Worked example: λ = 0, 0.1, 1 with the validation accuracies 0.7, 0.9, 0.9 give lambda = 0.1, the first of equals,
 * and accuracy = 0.9.
 */
export function chooseLambda(
  lambdas: number[],
  train: (lambda: number) => Tensor2D,
  evaluate: (W: Tensor2D) => number,
): LambdaChoice {
  // TODO: return {lambda, accuracy} of the highest accuracy; every comparison with NaN is false;
  //       dispose each W
  throw new NotImplementedError('chooseLambda');
}

/**
 * The capstone: classify handwritten digits, by any method.
 *
 * It is graded on other images than these, each shifted by up to a pixel, rotated by up to 10° and noisy. Nothing is
 * off limits: tf.train, tf.layers, nearest neighbors, your own functions of this course. Training has to be
 * synchronous: promises, such as that of `model.fit`, are not awaited.
 *
 * @param train - images x (N, 64) float in 0..1, 8 rows of 8 pixels one after the other, and digits y (N,) int32 in
 *   0..9
 * @param validation - more of them, to choose between methods; you may also train on them
 * @param budget - steps, a recommendation: about that many cheap updates fit into the time limit
 * @returns a function from images (M, 64) to digits (M,) int32, for any M. It may keep tensors, which are never
 *   disposed.
 *
 * Worked example: a classifier that uses the nearest neighbor of each image in `train` is right on 70 of 100 distorted
 * images, and on 98 of 100 undistorted ones.
 */
export function trainClassifier(train: LabelledData, validation: LabelledData, budget: { steps: number }): Classifier {
  // TODO: a classifier that generalizes to new images; train on shifted and rotated images, and
  //       choose by validation accuracy
  throw new NotImplementedError('trainClassifier');
}
