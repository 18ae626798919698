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
import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { RegressionLoss, ScoresLoss, WeightsLoss } from 'descent';

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
  // BEGIN SOLUTION: exponentials divided by their sum, row by row; subtract each row's own largest score first, or exp overflows
  return tf.tidy(() => {
    const shifted = scores.sub<Tensor2D>(scores.max(1, true)); // (N, C), 0 at each row's largest
    const exponentials = shifted.exp();
    return exponentials.div<Tensor2D>(exponentials.sum(1, true)); // (N, C) over (N, 1)
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: mean loss and gradient; take the log of the sum, not of a probability, which may round to 0
  return tf.tidy(() => {
    const [n, classes] = scores.shape;
    const truth = tf.oneHot(y, classes, 1, 0, 'float32') as Tensor2D; // (N, C), 1 at each true class
    const shifted = scores.sub<Tensor2D>(scores.max(1, true)); // (N, C); the shift cancels in the loss
    const logSums = shifted.exp().sum(1).log(); // (N,)
    const trueScores = shifted.mul(truth).sum(1); // (N,)
    const loss = logSums.sub(trueScores).mean<Scalar>();
    const dScores = softmax(scores).sub(truth).div<Tensor2D>(n);
    return { loss, dScores };
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: mean loss and gradient; skip j = y, and count the violated margins for the gradient of the true class
  return tf.tidy(() => {
    const [n, classes] = scores.shape;
    const truth = tf.oneHot(y, classes, 1, 0, 'float32') as Tensor2D; // (N, C)
    const rivals = tf.sub(1, truth); // (N, C), 0 at each true class
    const trueScores = scores.mul(truth).sum(1, true); // (N, 1)
    const margins = scores.sub(trueScores).add(delta).mul<Tensor2D>(rivals); // (N, C)
    const loss = margins.relu().sum().div<Scalar>(n);
    const unmet = margins.greater(0).toFloat(); // (N, C); strictly greater: 0 at the kink
    const counts = unmet.sum(1, true); // (N, 1)
    const dScores = unmet.sub(truth.mul(counts)).div<Tensor2D>(n);
    return { loss, dScores };
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: cross-entropy of x Wᵀ plus λΣW², and dW; each term of the loss needs its term in the gradient
  return tf.tidy(() => {
    const scores = tf.matMul<Tensor2D>(x, W, false, true); // (N, C)
    const data = crossEntropy(scores, y);
    const penalty = W.square().sum().mul(lambda);
    const loss = data.loss.add<Scalar>(penalty);
    const dW = tf.matMul(data.dScores, x, true).add<Tensor2D>(W.mul(2 * lambda)); // (C, N) times (N, D)
    return { loss, dW };
  });
  // END SOLUTION
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
  // BEGIN SOLUTION: half the sum of squared residuals plus (λ/2)Σw², and dw; sums, not means, and the ½ cancels the 2
  return tf.tidy(() => {
    const residuals = x.dot(w).sub<Tensor1D>(targets); // (N,)
    const loss = residuals.square().sum().add(w.square().sum().mul(lambda)).div<Scalar>(2);
    const dw = residuals.dot(x).add<Tensor1D>(w.mul(lambda)); // (N,) times (N, D)
    return { loss, dw };
  });
  // END SOLUTION
}
