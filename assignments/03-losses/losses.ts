/**
 * Losses: one number that measures how wrong a model is, and the gradient that shows how to reduce it.
 *
 * Letters, the same in every function:
 *
 * | letter   | meaning                                              | shape, dtype |
 * | -------- | ---------------------------------------------------- | ------------ |
 * | `N`      | examples in the batch                                |              |
 * | `D`      | features of an example                               |              |
 * | `C`      | classes                                              |              |
 * | `x`      | data, one example per row                            | (N, D) float |
 * | `y`      | class of each example, 0..C−1                        | (N,) int32   |
 * | `W`      | weights, one row per class                           | (C, D) float |
 * | `scores` | `s = x Wᵀ`, examples as rows, classes as columns     | (N, C) float |
 * | `lambda` | strength λ ≥ 0 of the regularization                 | number       |
 *
 * Every function returns new tensors, leaves its inputs unchanged, and keeps nothing else allocated (`tf.tidy`).
 * A loss is a tensor of rank 0. Gradients are written by hand: they are the exercise.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { RegressionLoss, ScoresLoss, WeightsLoss } from 'descent';
import { NotImplementedError } from 'descent';

/**
 * Turns each row of scores into probabilities.
 *
 * Formula: p_j = exp(s_j) / Σ_k exp(s_k), for each row separately
 *
 * @param scores - (N, C) float, of any size: ±10,000 must not give NaN or Infinity
 * @returns (N, C) float, the probabilities p; each row sums to 1
 *
 * Worked example: the scores [3, 1, 0.2] have exponentials 20.0855, 2.7183 and 1.2214, which sum to 24.0252.
 * The probabilities are 0.8360, 0.1131 and 0.0508.
 */
export function softmax(scores: Tensor2D): Tensor2D {
  // TODO: exponentials divided by their sum, row by row; subtract each row's own largest score
  //       first, or exp overflows
  throw new NotImplementedError('softmax');
}

/**
 * The mean cross-entropy of a batch, and its gradient.
 *
 * Formula: L = (1/N) Σ_i −log p_{i,y_i} = (1/N) Σ_i (log Σ_j exp(s_ij) − s_{i,y_i})
 *          dL/ds_ij = (p_ij − 1[j = y_i]) / N
 *
 * @param scores - (N, C) float, up to ±10,000
 * @param y - (N,) int32, true classes
 * @returns `loss` of rank 0; `dScores` (N, C), the gradient of the loss with respect to the scores
 *
 * Worked example: for the scores [3, 1, 0.2] and true class 0, loss = −log 0.8360 = 0.1791 and
 * dScores = [0.8360 − 1, 0.1131, 0.0508] = [−0.1640, 0.1131, 0.0508].
 */
export function crossEntropy(scores: Tensor2D, y: Tensor1D): ScoresLoss {
  // TODO: mean loss and gradient; take the log of the sum, not of a probability, which may round to
  //       0
  throw new NotImplementedError('crossEntropy');
}

/**
 * The mean multiclass hinge loss of a batch, which asks for a margin, and its gradient.
 *
 * Formula: L = (1/N) Σ_i Σ_{j≠y_i} max(0, m_ij) with m_ij = s_ij − s_{i,y_i} + Δ
 *          dL/ds_ij = 1[m_ij > 0] / N for j ≠ y_i
 *          dL/ds_{i,y_i} = −(number of j ≠ y_i with m_ij > 0) / N
 *
 * @param scores - (N, C) float
 * @param y - (N,) int32, true classes
 * @param delta - the margin Δ > 0
 * @returns `loss` of rank 0; `dScores` (N, C), where m_ij = 0 counts as satisfied
 *
 * Worked example: for the scores [2, 5, 1.5, −1], true class 0 and Δ = 1, the other classes have m = 4, 0.5 and −2.
 * loss = 4 + 0.5 + 0 = 4.5 and dScores = [−2, 1, 1, 0].
 */
export function hingeLoss(scores: Tensor2D, y: Tensor1D, delta: number): ScoresLoss {
  // TODO: mean loss and gradient; skip j = y, and count the violated margins for the gradient of
  //       the true class
  throw new NotImplementedError('hingeLoss');
}

/**
 * The loss of a linear softmax classifier with L2 regularization, and its gradient.
 *
 * Formula: L = crossEntropy(x Wᵀ, y) + λ Σ W²
 *          dL/dW = dScoresᵀ x + 2λW
 *
 * The penalty here is λΣW², not (λ/2)ΣW², and it is not divided by N.
 *
 * @param W - (C, D) float; there is no bias: use a column of ones in x instead
 * @param x - (N, D) float
 * @param y - (N,) int32, true classes
 * @param lambda - strength λ ≥ 0
 * @returns `loss` of rank 0; `dW` (C, D), the gradient of the loss with respect to W
 *
 * Worked example: W = [[1], [−1]], x = [[1]], y = [0] and λ = 0.1 give the scores [1, −1] and p = [0.8808, 0.1192].
 * loss = 0.1269 + 0.1·(1 + 1) = 0.3269 and dW = [[−0.1192 + 0.2], [0.1192 − 0.2]] = [[0.0808], [−0.0808]].
 */
export function softmaxLoss(W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number): WeightsLoss {
  // TODO: cross-entropy of x Wᵀ plus λΣW², and dW; each term of the loss needs its term in the
  //       gradient
  throw new NotImplementedError('softmaxLoss');
}

/**
 * The loss of ridge regression, and its gradient: a sum over the examples, not a mean.
 *
 * Formula: L = ½ Σ_i (x_i·w − t_i)² + (λ/2) Σ w²
 *          dL/dw = xᵀ(xw − t) + λw
 *
 * The penalty here is (λ/2)Σw²; compare softmaxLoss, where it is λΣW².
 *
 * @param w - (D,) float
 * @param x - (N, D) float
 * @param targets - (N,) float, the numbers t to predict
 * @param lambda - strength λ ≥ 0
 * @returns `loss` of rank 0; `dw` (D,), the gradient of the loss with respect to w
 *
 * Worked example: w = [2], x = [[1], [3]], targets = [1, 4] and λ = 0.5 give the residuals xw − t = [1, 2].
 * loss = ½·(1 + 4) + 0.25·4 = 3.5 and dw = 1·1 + 3·2 + 0.5·2 = [8].
 */
export function ridgeLoss(w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number): RegressionLoss {
  // TODO: half the sum of squared residuals plus (λ/2)Σw², and dw; sums, not means, and the ½
  //       cancels the 2
  throw new NotImplementedError('ridgeLoss');
}
