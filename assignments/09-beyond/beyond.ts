/**
 * Beyond penalties: three more ways to regularize a network, or to make it trainable at all.
 *
 * Letters, the same in every function:
 *
 * | letter          | meaning                                                 | shape, dtype       |
 * | --------------- | ------------------------------------------------------- | ------------------ |
 * | `N`             | examples in the batch                                   |                    |
 * | `D`             | features of an example                                  |                    |
 * | `x`             | activations or features, one example per row            | (N, D) float       |
 * | `gamma`, `beta` | learned scale γ and shift β, one number per feature     | (D,) float         |
 * | `epsilon`       | ε > 0, keeps the division finite                        | number             |
 * | `dOut`          | gradient of the loss with respect to `out`              | (N, D) float       |
 * | `images`        | height H, width W and channels C of N images            | (N, H, W, C) float |
 *
 * Every function leaves its inputs unchanged, returns new tensors, and keeps nothing else allocated (`tf.tidy`).
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';

export type Normalized = {
  /** (N, D), like x */
  out: Tensor2D;
  /** (D,), of each feature over the batch */
  mean: Tensor1D;
  /** (D,), of each feature over the batch, divided by N */
  variance: Tensor1D;
};

export type NormalizationGradients = {
  /** (N, D), like x */
  dx: Tensor2D;
  /** (D,), like gamma */
  dGamma: Tensor1D;
  /** (D,), like beta */
  dBeta: Tensor1D;
};

/**
 * Drops activations during training and scales up the rest, so nothing has to change at test time.
 *
 * Formula: x ⊙ mask / keep
 *
 * @param x - float, any shape
 * @param keep - the probability of keeping an activation, 0 < keep ≤ 1
 * @param mask - like x: 1 where an activation is kept, 0 where it is dropped
 * @returns like x
 *
 * Worked example: x = [4, 2] with keep = 0.8 and mask = [1, 0] gives [4/0.8, 0] = [5, 0].
 */
export function invertedDropout(x: Tensor, keep: number, mask: Tensor): Tensor {
  // TODO: the kept activations, scaled so that the expectation is x; use the probability, not the
  //       share that the mask keeps
  throw new NotImplementedError('invertedDropout');
}

/**
 * Gives each feature mean 0 and variance 1 over the batch, then applies the learned scale and shift.
 *
 * Formula: μ = (1/N) Σ_i x_i,  σ² = (1/N) Σ_i (x_i − μ)²
 *          x̂_i = (x_i − μ) / √(σ² + ε),  out_i = γ x̂_i + β, for each feature separately
 *
 * @param x - (N, D) float
 * @param gamma - (D,) float, the scale γ
 * @param beta - (D,) float, the shift β
 * @param epsilon - ε > 0, under the root
 * @returns `out` (N, D); `mean` (D,) and `variance` (D,) of the batch, the variance divided by N and without ε
 *
 * Worked example: x = [[1], [3]] has mean 2 and variance 1. With ε = 3 the root is √4 = 2 and x̂ = [[−0.5], [0.5]].
 * γ = 2 and β = 1 give out = [[0], [2]]. (Such an ε is only for the example; usual ones are about 1e-5.)
 */
export function batchNorm(x: Tensor2D, gamma: Tensor1D, beta: Tensor1D, epsilon: number): Normalized {
  // TODO: statistics of each feature over the batch; divide the variance by N, and put ε under the
  //       root
  throw new NotImplementedError('batchNorm');
}

/**
 * The gradients of batch normalization.
 *
 * Formula: dβ = Σ_i dOut_i,  dγ = Σ_i dOut_i x̂_i
 *          dx_i = γ/√(σ² + ε) · (dOut_i − (1/N) Σ_k dOut_k − x̂_i · (1/N) Σ_k dOut_k x̂_k), for each feature separately
 *
 * @param dOut - (N, D) float, gradient of the loss with respect to `out`
 * @param x - (N, D) float, the input
 * @param gamma - (D,) float, the scale γ
 * @param epsilon - ε > 0, under the root
 * @returns `dx` (N, D), `dGamma` (D,), `dBeta` (D,)
 *
 * Worked example: x = [[1], [3]], γ = 2 and ε = 3 as above, so x̂ = [[−0.5], [0.5]] and γ/√(σ² + ε) = 1.
 * dOut = [[1], [0]] gives dBeta = [1], dGamma = [−0.5], and
 * dx = [[1 − 0.5 − (−0.5)·(−0.25)], [0 − 0.5 − 0.5·(−0.25)]] = [[0.375], [−0.375]].
 */
export function batchNormBackward(
  dOut: Tensor2D,
  x: Tensor2D,
  gamma: Tensor1D,
  epsilon: number,
): NormalizationGradients {
  // TODO: sums for dGamma and dBeta; dx has three parts, since x also affects the mean and the
  //       variance
  throw new NotImplementedError('batchNormBackward');
}

/**
 * Mirrors every image left to right.
 *
 * Formula: out[n, h, w, c] = images[n, h, W − 1 − w, c]
 *
 * @param images - (N, H, W, C) float
 * @returns (N, H, W, C) float
 *
 * Worked example: the grey image [[1, 2], [3, 4]] becomes [[2, 1], [4, 3]].
 */
export function flipHorizontally(images: Tensor4D): Tensor4D {
  // TODO: the columns of each image in reverse order; which of the four axes is that?
  throw new NotImplementedError('flipHorizontally');
}
