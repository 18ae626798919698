/**
 * Regularization: penalties on weights and images, weight decay step by step, and the linear systems and
 * probabilities behind them.
 *
 * Letters:
 * - `W` weights of any shape; `w` (D,) weights of one output; biases are never regularized
 * - `lambda` λ ≥ 0, strength of the regularization; `learningRate` η > 0
 * - `x` (N, D) data, one example per row; `targets` (N,) what `x w` should approximate
 * - `gamma` Γ (K, D), a matrix whose product with w should be small
 * - `noiseVariance` σ² of the targets around x w; `priorVariance` τ² of the weights around 0
 *
 * This file uses two conventions for L2. The penalties use λΣW², whose gradient is 2λW. Weight decay and ridge
 * regression use (λ/2)Σw², whose gradient is λw.
 *
 * No function changes or disposes its inputs, and only what it returns stays allocated (`tf.tidy`).
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ImagePenalty, LogDensity, Penalty } from 'descent';
import { NotImplementedError } from 'descent';

/**
 * L2 penalty of weights of any shape, and its gradient.
 *
 * Formula: R(W) = λ Σ W²,  ∂R/∂W = 2λW
 *
 * Example: W = [3, −4], λ = 0.1 → penalty 2.5, dW = [0.6, −0.8].
 *
 * @param W - float, any shape, rank 0 included
 * @param lambda - λ ≥ 0
 * @returns penalty: rank 0; dW: like W
 */
export function l2Penalty(W: Tensor, lambda: number): Penalty {
  // TODO: λΣW² and its gradient; what is the derivative of a square?
  throw new NotImplementedError('l2Penalty');
}

/**
 * L1 penalty of weights of any shape, and its subgradient.
 *
 * Formula: R(W) = λ Σ |W|,  ∂R/∂W = λ sign(W), with sign(0) = 0
 *
 * Example: W = [3, 0, −4], λ = 0.1 → penalty 0.7, dW = [0.1, 0, −0.1].
 *
 * @param W - float, any shape, rank 0 included
 * @param lambda - λ ≥ 0
 * @returns penalty: rank 0; dW: like W
 */
export function l1Penalty(W: Tensor, lambda: number): Penalty {
  // TODO: λΣ|W| and its subgradient; the slope at a weight of exactly 0 is 0
  throw new NotImplementedError('l1Penalty');
}

/**
 * Elastic net: an L1 and an L2 penalty together, each with its own strength.
 *
 * Formula: R(W) = λ₁ Σ |W| + λ₂ Σ W²,  ∂R/∂W = λ₁ sign(W) + 2λ₂W
 *
 * Example: W = [2, −1], λ₁ = 0.5, λ₂ = 0.1 → penalty 1.5 + 0.5 = 2, dW = [0.9, −0.7].
 *
 * @param W - float, any shape, rank 0 included
 * @param lambda1 - λ₁ ≥ 0, strength of Σ|W|
 * @param lambda2 - λ₂ ≥ 0, strength of ΣW²
 * @returns penalty: rank 0; dW: like W
 */
export function elasticNetPenalty(W: Tensor, lambda1: number, lambda2: number): Penalty {
  // TODO: the sum of both penalties and of both gradients; mind which strength belongs to which
  //       part
  throw new NotImplementedError('elasticNetPenalty');
}

/**
 * Total variation of a grey image: how much neighbouring pixels differ.
 *
 * Formula: R(I) = Σ |I[i,j] − I[i+1,j]| + Σ |I[i,j] − I[i,j+1]|, over the pairs inside the image;
 * ∂R/∂I[i,j] = Σ sign(I[i,j] − neighbour), over its two to four neighbours, with sign(0) = 0
 *
 * Example: I = [[1, 3, 2], [4, 4, 0]]
 *   down    |1−4| + |3−4| + |2−0| = 6,  right  |1−3| + |3−2| + |4−4| + |4−0| = 7  → penalty 13
 *   dImage = [[−2, 1, 0], [1, 2, −2]]: the 3 is above 1 and 2 and below 4, so +1 +1 −1 = 1
 *
 * @param image - (H, W) float; a single row, column or pixel is an image too
 * @returns penalty: rank 0; dImage: (H, W)
 */
export function totalVariation(image: Tensor2D): ImagePenalty {
  // TODO: differences down and right; each affects both of its pixels; none cross the border
  throw new NotImplementedError('totalVariation');
}

/**
 * Weights under gradient steps on the penalty (λ/2)‖w‖² alone, from the start to the last step.
 *
 * Formula: w_t = w_{t−1} − ηλ w_{t−1} = w₀ (1 − ηλ)^t,  t = 0 … steps
 *
 * Example: w₀ = [8, −4], η = 0.5, λ = 1, steps = 2 → [[8, −4], [4, −2], [2, −1]].
 *
 * @param w0 - (D,) float, weights before the first step
 * @param learningRate - η > 0; ηλ may exceed 1
 * @param lambda - λ ≥ 0
 * @param steps - integer ≥ 0
 * @returns (steps + 1, D): row t holds the weights after t steps
 */
export function decayWeights(w0: Tensor1D, learningRate: number, lambda: number, steps: number): Tensor2D {
  // TODO: one row for each t from 0 to steps, inclusive; t is an exponent
  throw new NotImplementedError('decayWeights');
}

/**
 * Weights that decay continuously at the rate ηλ, sampled after each unit of time.
 *
 * Formula: dw/dt = −ηλ w, so w(t) = w₀ e^(−ηλt),  t = 0 … steps
 *
 * Example: w₀ = [8, −4], η = 0.5, λ = 1, steps = 2 → [[8, −4], [4.8522, −2.4261], [2.9430, −1.4715]].
 *
 * @param w0 - (D,) float, weights at time 0
 * @param learningRate - η > 0
 * @param lambda - λ ≥ 0
 * @param steps - integer ≥ 0
 * @returns (steps + 1, D): row t holds the weights at time t
 */
export function exponentialDecayWeights(w0: Tensor1D, learningRate: number, lambda: number, steps: number): Tensor2D {
  // TODO: w₀·e^(−ηλt), one row for each t from 0 to steps; t belongs inside the exponent
  throw new NotImplementedError('exponentialDecayWeights');
}

/**
 * Relative error of e^(−ηλt) as an approximation of (1 − ηλ)^t.
 *
 * Formula: |e^(−ηλt) / (1 − ηλ)^t − 1|, which is about t(ηλ)²/2 while that is small
 *
 * Example: η = 0.1, λ = 1 → 5.4e-3 at t = 1, 5.5e-2 at t = 10, 0.71 at t = 100.
 *
 * @param learningRate - η > 0
 * @param lambda - λ > 0, with 1e-6 ≤ ηλ < 1
 * @param t - integer ≥ 0
 * @returns a number ≥ 0, to nine digits
 */
export function approximationError(learningRate: number, lambda: number, t: number): number {
  // TODO: nine digits, even if the error is 1e-12: use Math.log1p and Math.expm1, not 1 − 1
  throw new NotImplementedError('approximationError');
}

/**
 * Ridge regression: the weights that minimize squared error plus penalty.
 *
 * Formula: argmin_w ½‖xw − y‖² + (λ/2)‖w‖², where (xᵀx + λI) w = xᵀy
 *
 * Example: x = [[1, 0], [0, 2]], y = [2, 5], λ = 1 → w = [2/(1+1), 10/(4+1)] = [1, 2].
 *
 * @param x - (N, D) float; N < D is fine if λ > 0
 * @param targets - (N,) float, y
 * @param lambda - λ ≥ 0; 0 only if the columns of x are independent
 * @returns (D,) w
 */
export function ridgeSolution(x: Tensor2D, targets: Tensor1D, lambda: number): Tensor1D {
  // TODO: which Γ makes ½‖Γw‖² the same as (λ/2)‖w‖²? the data term is a sum, so N doesn't appear
  throw new NotImplementedError('ridgeSolution');
}

/**
 * Tikhonov regularization: least squares with a penalty on any linear map of the weights.
 *
 * Formula: argmin_w ½‖xw − y‖² + ½‖Γw‖², where (xᵀx + ΓᵀΓ) w = xᵀy. The same w is the least-squares solution of
 * A w ≈ b with A = [x; Γ] and b = [y; 0] stacked: from A = QR follows R w = Qᵀb, with R upper triangular.
 *
 * Example: x = [[1, 0]], y = [3], Γ = [[1, 1], [0, 1]] → xᵀx + ΓᵀΓ = [[2, 1], [1, 2]], xᵀy = [3, 0], w = [2, −1].
 *
 * @param x - (N, D) float
 * @param targets - (N,) float, y
 * @param gamma - (K, D) float, Γ; the columns of [x; Γ] are independent
 * @returns (D,) w
 */
export function tikhonovSolution(x: Tensor2D, targets: Tensor1D, gamma: Tensor2D): Tensor1D {
  // TODO: stack [x; Γ] and [y; 0], use tf.linalg.qr, then back substitution from the last row up
  throw new NotImplementedError('tikhonovSolution');
}

/**
 * Logarithm of the posterior density of the weights, for Gaussian noise and a Gaussian prior around 0.
 *
 * Formula: ln p(w | x, y) = −‖xw − y‖²/(2σ²) − ‖w‖²/(2τ²) + constant; its gradient is −xᵀ(xw − y)/σ² − w/τ²,
 * which is zero at the ridge solution with λ = σ²/τ²
 *
 * Example: x = [[1], [2]], y = [1, 3], σ² = 2, τ² = 4
 *   w = [0] → value −10/4 − 0 = −2.5, dw = [3.5];  w = [1] → value −1/4 − 1/8 = −0.375, dw = [0.75]
 *
 * @param w - (D,) float
 * @param x - (N, D) float
 * @param targets - (N,) float, y
 * @param noiseVariance - σ² > 0, the variance, not the standard deviation
 * @param priorVariance - τ² > 0
 * @returns value: rank 0, up to a constant that doesn't depend on w; dw: (D,)
 */
export function logPosterior(
  w: Tensor1D,
  x: Tensor2D,
  targets: Tensor1D,
  noiseVariance: number,
  priorVariance: number,
): LogDensity {
  // TODO: log-likelihood plus log-prior, and the gradient, which points uphill; variances are
  //       already squared
  throw new NotImplementedError('logPosterior');
}
