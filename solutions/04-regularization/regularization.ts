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
import type { Rank, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ImagePenalty, LogDensity, Penalty } from 'descent';

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
  // BEGIN SOLUTION: λΣW² and its gradient; what is the derivative of a square?
  return tf.tidy(() => ({
    penalty: tf.mul<Scalar>(lambda, tf.sum(tf.square(W))),
    dW: tf.mul(2 * lambda, W),
  }));
  // END SOLUTION
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
  // BEGIN SOLUTION: λΣ|W| and its subgradient; the slope at a weight of exactly 0 is 0
  return tf.tidy(() => ({
    penalty: tf.mul<Scalar>(lambda, tf.sum(tf.abs(W))),
    dW: tf.mul(lambda, tf.sign(W)),
  }));
  // END SOLUTION
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
  // BEGIN SOLUTION: the sum of both penalties and of both gradients; mind which strength belongs to which part
  return tf.tidy(() => {
    const l1 = tf.mul(lambda1, tf.sum(tf.abs(W)));
    const l2 = tf.mul(lambda2, tf.sum(tf.square(W)));
    return {
      penalty: tf.add<Scalar>(l1, l2),
      dW: tf.add(tf.mul(lambda1, tf.sign(W)), tf.mul(2 * lambda2, W)),
    };
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: differences down and right; each affects both of its pixels; none cross the border
  return tf.tidy(() => {
    const [height, width] = image.shape;
    const down = tf.sub(image.slice([1, 0], [height - 1, width]), image.slice([0, 0], [height - 1, width])); // (H−1, W)
    const right = tf.sub(image.slice([0, 1], [height, width - 1]), image.slice([0, 0], [height, width - 1])); // (H, W−1)
    // Pad with zeros, since there are no differences outside the image: each row gets one difference above and one
    // below.
    const noRow = tf.zeros([1, width]);
    const noColumn = tf.zeros([height, 1]);
    const signDown = tf.concat([noRow, tf.sign(down), noRow], 0); // (H+1, W)
    const signRight = tf.concat([noColumn, tf.sign(right), noColumn], 1); // (H, W+1)
    // A pixel is the second of the pair above it and the first of the pair below.
    const pullDown = tf.sub(signDown.slice([0, 0], [height, width]), signDown.slice([1, 0], [height, width])); // (H, W)
    const pullRight = tf.sub(signRight.slice([0, 0], [height, width]), signRight.slice([0, 1], [height, width])); // (H, W)
    return {
      penalty: tf.add<Scalar>(tf.sum(tf.abs(down)), tf.sum(tf.abs(right))),
      dImage: tf.add<Tensor2D>(pullDown, pullRight),
    };
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: one row for each t from 0 to steps, inclusive; t is an exponent
  return tf.tidy(() => {
    const t = tf.range(0, steps + 1); // (steps+1,)
    const factors = tf.pow(1 - learningRate * lambda, t);
    return tf.mul<Tensor2D>(factors.expandDims(1), w0.expandDims(0)); // (steps+1, 1) · (1, D)
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: w₀·e^(−ηλt), one row for each t from 0 to steps; t belongs inside the exponent
  return tf.tidy(() => {
    const t = tf.range(0, steps + 1); // (steps+1,)
    const factors = tf.exp(tf.mul(-learningRate * lambda, t));
    return tf.mul<Tensor2D>(factors.expandDims(1), w0.expandDims(0)); // (steps+1, 1) · (1, D)
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: nine digits, even if the error is 1e-12: use Math.log1p and Math.expm1, not 1 − 1
  const decay = learningRate * lambda;
  // The ratio is e^s with s = −t (ηλ + ln(1 − ηλ)) ≥ 0, and expm1 computes e^s − 1 directly.
  return Math.expm1(-t * (decay + Math.log1p(-decay)));
  // END SOLUTION
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
  // BEGIN SOLUTION: which Γ makes ½‖Γw‖² the same as (λ/2)‖w‖²? the data term is a sum, so N doesn't appear
  return tf.tidy(() => tikhonovSolution(x, targets, tf.mul(Math.sqrt(lambda), tf.eye(x.shape[1]))));
  // END SOLUTION
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
  // BEGIN SOLUTION: stack [x; Γ] and [y; 0], use tf.linalg.qr, then back substitution from the last row up
  return tf.tidy(() => {
    const stacked = tf.concat([x, gamma], 0); // (N+K, D)
    const wanted = tf.concat([targets, tf.zeros([gamma.shape[0]])], 0); // (N+K,)
    const [q, r] = tf.linalg.qr(stacked); // (N+K, D), (D, D)
    const rotated = tf.matMul(q, wanted.expandDims(1), true); // Qᵀb, (D, 1)
    return solveUpperTriangular(r as Tensor2D, rotated.flatten());
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: log-likelihood plus log-prior, and the gradient, which points uphill; variances are already squared
  return tf.tidy(() => {
    const residuals = tf.sub(tf.matMul(x, w.expandDims(1)).flatten(), targets); // (N,)
    const logLikelihood = tf.div(tf.sum(tf.square(residuals)), -2 * noiseVariance);
    const logPrior = tf.div(tf.sum(tf.square(w)), -2 * priorVariance);
    const dLikelihood = tf.div(tf.matMul(x, residuals.expandDims(1), true).flatten(), -noiseVariance); // (D,)
    return {
      value: tf.add<Scalar>(logLikelihood, logPrior),
      dw: tf.sub<Tensor1D>(dLikelihood, tf.div(w, priorVariance)),
    };
  });
  // END SOLUTION
}

// R w = b for an upper triangular R: the last row holds one unknown, the row above it one more, and so on.
function solveUpperTriangular(r: Tensor2D, b: Tensor1D): Tensor1D {
  return tf.tidy(() => {
    const size = r.shape[0];
    let w = tf.zeros<Rank.R1>([size]); // unknowns stay 0 until they are found
    for (let i = size - 1; i >= 0; i -= 1) {
      const known = tf.dot(r.slice([i, 0], [1, size]), w); // (1,)
      const found = tf.div(tf.sub(b.slice(i, 1), known), r.slice([i, i], [1, 1]).flatten()); // (1,)
      w = tf.add(w, tf.pad(found, [[i, size - 1 - i]]));
    }
    return w;
  });
}
