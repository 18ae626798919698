/**
 * Optimizers, one step at a time: SGD, momentum, adaptive learning rates, Adam and AdamW.
 *
 * Letters, the same in every function:
 *   w       the weights, a tensor of any rank          dw  the gradient of the loss with respect to w, shaped like w
 *   v, m    running sums or means of gradients         s   running sums or means of squared gradients
 *   t       steps made so far, a number                α   learningRate
 *   ρ       rho, the share of the velocity to keep     β   decay, beta, beta1, beta2: the share of a mean to keep
 *   ε       epsilon, keeps divisions finite            λ   lambda or weightDecay, strength of the decay
 *   ⊙       products, squares, roots and quotients of tensors are elementwise
 *
 * Every step is pure: it returns new tensors, stores nothing between calls, and leaves its inputs unchanged. The state
 * of an optimizer is passed in as an argument and returned in the result; the caller initializes it with zeros and t = 0.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import type { AdamOptions, AdamResult, AdamState, MomentumResult, SquaresResult } from 'descent';

/**
 * One step of plain gradient descent.
 *
 * Formula: w ← w − α·dw
 *
 * Example: w = [1, −2], dw = [0.5, −1], α = 0.1 gives [0.95, −1.9].
 *
 * @param w - any shape
 * @param dw - like w
 * @param options - learningRate α > 0
 * @returns the new weights, like w
 */
export function sgdStep(w: Tensor, dw: Tensor, options: { learningRate: number }): Tensor {
  // BEGIN SOLUTION: return the new weights. The gradient points uphill.
  return tf.tidy(() => w.sub(dw.mul(options.learningRate)));
  // END SOLUTION
}

/**
 * One step of SGD with momentum: the gradient changes a velocity, and the velocity moves the weights.
 *
 * Formula: v ← ρ·v − α·dw, then w ← w + v with the new v
 *
 * Example: w = [1], dw = [2], v = [1], α = 0.1, ρ = 0.9: v = 0.9 − 0.2 = [0.7], w = [1.7].
 * The velocity still points uphill, so the weights keep moving in that direction, but more slowly.
 *
 * @param w - any shape
 * @param dw - like w
 * @param v - like w, the velocity after the previous step
 * @param options - learningRate α > 0, rho ρ in 0..1 (usually 0.9)
 * @returns w and v, both after the step
 */
export function momentumStep(
  w: Tensor,
  dw: Tensor,
  v: Tensor,
  options: { learningRate: number; rho: number },
): MomentumResult {
  // BEGIN SOLUTION: return {w, v}. The learning rate belongs inside the velocity; move by the new velocity, and return it.
  const { learningRate, rho } = options;
  return tf.tidy(() => {
    const velocity = v.mul(rho).sub(dw.mul(learningRate));
    return { w: w.add(velocity), v: velocity };
  });
  // END SOLUTION
}

/**
 * One step of Nesterov momentum: take the gradient at the point where the velocity leads.
 *
 * Formula: g = gradient(w + ρ·v);  v ← ρ·v − α·g, then w ← w + v with the new v
 *
 * Example: w = [1], v = [1], gradient(w) = 2w, α = 0.1, ρ = 0.5: looking ahead to 1.5, g = 3,
 * v = 0.5 − 0.3 = [0.2], w = [1.2].
 *
 * @param w - any shape
 * @param v - like w, the velocity after the previous step
 * @param gradient - takes weights, returns the gradient there as a new tensor like w
 * @param options - learningRate α > 0, rho ρ in 0..1 (usually 0.9)
 * @returns w and v, both after the step
 */
export function nesterovStep(
  w: Tensor,
  v: Tensor,
  gradient: (w: Tensor) => Tensor,
  options: { learningRate: number; rho: number },
): MomentumResult {
  // BEGIN SOLUTION: return {w, v}. Only the gradient is taken at the look-ahead point; the step itself starts from w.
  const { learningRate, rho } = options;
  return tf.tidy(() => {
    const ahead = w.add(v.mul(rho));
    const velocity = v.mul(rho).sub(gradient(ahead).mul(learningRate));
    return { w: w.add(velocity), v: velocity };
  });
  // END SOLUTION
}

/**
 * One step of AdaGrad: each weight has its own learning rate, which shrinks as its squared gradients accumulate.
 *
 * Formula: s ← s + dw², then w ← w − α·dw / (√s + ε) with the new s
 *
 * Example: w = [1], dw = [3], s = [16], α = 0.5, ε = 1: s = [25], w = 1 − 0.5·3/(5 + 1) = [0.75].
 *
 * @param w - any shape
 * @param dw - like w
 * @param s - like w, the sum of all squared gradients so far, ≥ 0
 * @param options - learningRate α > 0, epsilon ε > 0 (usually 1e-8)
 * @returns w and s, both after the step
 */
export function adagradStep(
  w: Tensor,
  dw: Tensor,
  s: Tensor,
  options: { learningRate: number; epsilon: number },
): SquaresResult {
  // BEGIN SOLUTION: return {w, s}. The sum only grows; ε is added after the root.
  const { learningRate, epsilon } = options;
  return tf.tidy(() => {
    const sum = s.add(dw.square());
    return { w: w.sub(dw.mul(learningRate).div(sum.sqrt().add(epsilon))), s: sum };
  });
  // END SOLUTION
}

/**
 * One step of RMSprop: AdaGrad with a running mean, so its rates don't keep shrinking.
 *
 * Formula: s ← β·s + (1 − β)·dw², then w ← w − α·dw / (√s + ε) with the new s
 *
 * Example: w = [1], dw = [2], s = [14], α = 0.5, β = 0.5, ε = 1: s = 7 + 2 = [9], w = 1 − 0.5·2/(3 + 1) = [0.75].
 *
 * @param w - any shape
 * @param dw - like w
 * @param s - like w, the running mean of squared gradients, ≥ 0
 * @param options - learningRate α > 0, decay β in 0..1 (usually 0.9), epsilon ε > 0 (usually 1e-8)
 * @returns w and s, both after the step
 */
export function rmspropStep(
  w: Tensor,
  dw: Tensor,
  s: Tensor,
  options: { learningRate: number; decay: number; epsilon: number },
): SquaresResult {
  // BEGIN SOLUTION: return {w, s}. The mean has weight β for the old and 1 − β for the new value; ε is added after the root.
  const { learningRate, decay, epsilon } = options;
  return tf.tidy(() => {
    const mean = s.mul(decay).add(dw.square().mul(1 - decay));
    return { w: w.sub(dw.mul(learningRate).div(mean.sqrt().add(epsilon))), s: mean };
  });
  // END SOLUTION
}

/**
 * Corrects the bias of a running mean that starts at 0.
 *
 * After t steps the weights of the gradients in the mean sum to 1 − β^t instead of 1.
 *
 * Formula: moment / (1 − β^t)
 *
 * Example: moment = [3, −1.5], β = 0.5, t = 2: divided by 1 − 0.25 gives [4, −2].
 *
 * @param moment - any shape
 * @param beta - β in 0..1, 1 excluded
 * @param t - steps so far, including this one, ≥ 1
 * @returns the corrected mean, like moment
 */
export function biasCorrection(moment: Tensor, beta: number, t: number): Tensor {
  // BEGIN SOLUTION: return the corrected moment. Raise β to the power t, and divide by 1 − β^t.
  return moment.div(1 - beta ** t);
  // END SOLUTION
}

/**
 * One step of Adam: the direction of momentum, the scale of RMSprop, both with bias correction.
 *
 * Formula: t ← t + 1;  m ← β1·m + (1 − β1)·dw;  v ← β2·v + (1 − β2)·dw²;
 *          m̂ = m/(1 − β1^t), v̂ = v/(1 − β2^t);  w ← w − α·m̂ / (√v̂ + ε)
 *
 * Example: w = [1], dw = [1], m = v = [0], t = 0, α = 0.1, β1 = 0.9, β2 = 0.999, ε = 1e-8: t = 1, m = [0.1], v =
 * [0.001], m̂ = v̂ = 1, w = [0.9]. The first step has length α, however large the gradient, as long as |dw| ≫ ε.
 *
 * @param w - any shape
 * @param dw - like w
 * @param state - m and v like w, v ≥ 0; t the number of steps before this one, 0 at first
 * @param options - learningRate α > 0, beta1 β1 (usually 0.9), beta2 β2 (usually 0.999), epsilon ε > 0 (usually 1e-8)
 * @returns w, and state with m, v (not corrected) and t, all after the step
 */
export function adamStep(w: Tensor, dw: Tensor, state: AdamState, options: AdamOptions): AdamResult {
  // BEGIN SOLUTION: return {w, state: {m, v, t}}. Increment t first; the state keeps the uncorrected moments; ε is added after the root.
  const { learningRate, beta1, beta2, epsilon } = options;
  return tf.tidy(() => {
    const t = state.t + 1;
    const m = state.m.mul(beta1).add(dw.mul(1 - beta1));
    const v = state.v.mul(beta2).add(dw.square().mul(1 - beta2));
    const mHat = biasCorrection(m, beta1, t);
    const vHat = biasCorrection(v, beta2, t);
    return { w: w.sub(mHat.mul(learningRate).div(vHat.sqrt().add(epsilon))), state: { m, v, t } };
  });
  // END SOLUTION
}

/**
 * One step of Adam on a loss with the penalty (λ/2)‖w‖²: the decay is coupled, it goes through both moments.
 *
 * Formula: g = dw + λ·w, then Adam's step with g instead of dw
 *
 * Example: w = [1], dw = [1], λ = 0.5, otherwise as for adamStep: g = 1.5, m = [0.15], w = [0.9]. The first step of
 * Adam normalizes the size of g, which cancels the decay: without decay w is 0.9 as well.
 *
 * @param w - any shape
 * @param dw - like w, the gradient of the loss without its penalty
 * @param state - m and v like w, v ≥ 0; t the number of steps before this one, 0 at first
 * @param options - as for adamStep, and lambda λ ≥ 0
 * @returns w, and state with m, v (not corrected) and t, all after the step
 */
export function adamL2Step(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  options: AdamOptions & { lambda: number },
): AdamResult {
  // BEGIN SOLUTION: return {w, state: {m, v, t}}. Add the gradient of (λ/2)‖w‖² to dw before you update the moments.
  return tf.tidy(() => {
    const g = dw.add(w.mul(options.lambda));
    const next = adamStep(w, g, state, options);
    return { w: next.w, state: { ...next.state } };
  });
  // END SOLUTION
}

/**
 * One step of AdamW: the decay is decoupled, it shrinks the weights directly and doesn't enter the moments.
 *
 * Formula: t, m, v, m̂, v̂ as in Adam, from dw alone;  w ← w − α·m̂ / (√v̂ + ε) − α·λ·w with the w from before the step
 *
 * Example: w = [1], dw = [1], λ = 0.5, otherwise as for adamStep: m = [0.1], v = [0.001], w = 1 − 0.1 − 0.1·0.5·1 =
 * [0.85].
 *
 * @param w - any shape
 * @param dw - like w, the gradient of the loss without any penalty
 * @param state - m and v like w, v ≥ 0; t the number of steps before this one, 0 at first
 * @param options - as for adamStep, and weightDecay λ ≥ 0
 * @returns w, and state with m, v (not corrected) and t, all after the step
 */
export function adamWStep(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  options: AdamOptions & { weightDecay: number },
): AdamResult {
  // BEGIN SOLUTION: return {w, state: {m, v, t}}. The decay is scaled by α too, and it multiplies the original w.
  return tf.tidy(() => {
    const next = adamStep(w, dw, state, options);
    return { w: next.w.sub(w.mul(options.learningRate * options.weightDecay)), state: { ...next.state } };
  });
  // END SOLUTION
}

/**
 * The condition number of a diagonal Hessian: how stretched a bowl is. At 1 the bowl is round; if it is large, SGD
 * zigzags.
 *
 * Formula: max(curvatures) / min(curvatures)
 *
 * Example: f = ½x² + 50y² has curvatures [1, 100] and the condition number 100.
 *
 * @param curvatures - (D,) the Hessian's diagonal, all > 0, in any order
 * @returns a number ≥ 1
 */
export function conditionNumber(curvatures: Tensor1D): number {
  // BEGIN SOLUTION: return a number, not a tensor. The curvatures are in no particular order.
  return tf.tidy(() => curvatures.max<tf.Scalar>().div<tf.Scalar>(curvatures.min()).arraySync());
  // END SOLUTION
}
