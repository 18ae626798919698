/**
 * Optimizers, one step at a time: from SGD over momentum and adaptive rates to AdamW.
 *
 * Letters, the same in every function:
 *   w       the weights, a tensor of any rank          dw  the gradient of the loss with respect to w, shaped like w
 *   v, m    running sums or means of gradients         s   running sums or means of squared gradients
 *   t       steps made so far, a number                α   learningRate
 *   ρ       rho, how much velocity survives a step     β   decay, beta, beta1, beta2: how much of a running mean
 * survives
 *   ε       epsilon, keeps divisions finite            λ   lambda or weightDecay, strength of the decay
 *   ⊙       products, squares, roots and quotients of tensors are taken element by element
 *
 * Every step is pure: it returns new tensors, remembers nothing between calls, and leaves its inputs as they were.
 * The memory of an optimizer comes in as an argument and goes out in the result; the caller starts it with zeros and t
 * = 0.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import type { AdamOptions, AdamResult, AdamState, MomentumResult, SquaresResult } from 'descent';
import { NotImplementedError } from 'descent';

/**
 * One step of gradient descent: straight down the slope.
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
  // TODO: return the new weights. The gradient points uphill.
  throw new NotImplementedError('sgdStep');
}

/**
 * One step of SGD with momentum: the gradient accelerates a velocity, and the velocity moves the weights.
 *
 * Formula: v ← ρ·v − α·dw, then w ← w + v with the new v
 *
 * Example: w = [1], dw = [2], v = [1], α = 0.1, ρ = 0.9: v = 0.9 − 0.2 = [0.7], w = [1.7].
 * The velocity still points uphill, so the weights go on that way, but slower.
 *
 * @param w - any shape
 * @param dw - like w
 * @param v - like w, the velocity after the step before
 * @param options - learningRate α > 0, rho ρ in 0..1 (usually 0.9)
 * @returns w and v, both after the step
 */
export function momentumStep(
  w: Tensor,
  dw: Tensor,
  v: Tensor,
  options: { learningRate: number; rho: number },
): MomentumResult {
  // TODO: return {w, v}. The learning rate belongs inside the velocity; move with the new velocity,
  //       and return that one.
  throw new NotImplementedError('momentumStep');
}

/**
 * One step of Nesterov's momentum: look where the velocity leads, and take the gradient there.
 *
 * Formula: g = gradient(w + ρ·v);  v ← ρ·v − α·g, then w ← w + v with the new v
 *
 * Example: w = [1], v = [1], gradient(w) = 2w, α = 0.1, ρ = 0.5: looking ahead to 1.5, g = 3,
 * v = 0.5 − 0.3 = [0.2], w = [1.2].
 *
 * @param w - any shape
 * @param v - like w, the velocity after the step before
 * @param gradient - takes weights, returns the gradient there as a fresh tensor like w
 * @param options - learningRate α > 0, rho ρ in 0..1 (usually 0.9)
 * @returns w and v, both after the step
 */
export function nesterovStep(
  w: Tensor,
  v: Tensor,
  gradient: (w: Tensor) => Tensor,
  options: { learningRate: number; rho: number },
): MomentumResult {
  // TODO: return {w, v}. Only the gradient is taken at the point ahead; the step itself starts from
  //       w.
  throw new NotImplementedError('nesterovStep');
}

/**
 * One step of AdaGrad: each weight has its own rate, which shrinks as its squared gradients add up.
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
  // TODO: return {w, s}. Nothing is ever taken from the sum; ε is added after the root.
  throw new NotImplementedError('adagradStep');
}

/**
 * One step of RMSprop: AdaGrad that forgets, so that its rate need not shrink for ever.
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
  // TODO: return {w, s}. Two weights make the mean, β for the old and 1 − β for the new; ε is added
  //       after the root.
  throw new NotImplementedError('rmspropStep');
}

/**
 * Undoes the pull towards 0 of a running mean that was started at 0.
 *
 * After t steps the weights of the gradients in the mean add up to 1 − β^t instead of 1.
 *
 * Formula: moment / (1 − β^t)
 *
 * Example: moment = [3, −1.5], β = 0.5, t = 2: divided by 1 − 0.25, that is [4, −2].
 *
 * @param moment - any shape
 * @param beta - β in 0..1, 1 excluded
 * @param t - steps that the mean has seen, this one included, ≥ 1
 * @returns the corrected mean, like moment
 */
export function biasCorrection(moment: Tensor, beta: number, t: number): Tensor {
  // TODO: return the corrected moment. β is raised to the power t, and 1 − β^t divides.
  throw new NotImplementedError('biasCorrection');
}

/**
 * One step of Adam: momentum's direction, RMSprop's scale, both corrected for their start at 0.
 *
 * Formula: t ← t + 1;  m ← β1·m + (1 − β1)·dw;  v ← β2·v + (1 − β2)·dw²;
 *          m̂ = m/(1 − β1^t), v̂ = v/(1 − β2^t);  w ← w − α·m̂ / (√v̂ + ε)
 *
 * Example: w = [1], dw = [1], m = v = [0], t = 0, α = 0.1, β1 = 0.9, β2 = 0.999, ε = 1e-8:
 * t = 1, m = [0.1], v = [0.001], m̂ = v̂ = 1, w = [0.9]. The first step is as long as α, however large the gradient, if
 * only |dw| ≫ ε.
 *
 * @param w - any shape
 * @param dw - like w
 * @param state - m and v like w, v ≥ 0; t the number of steps made before this one, 0 at first
 * @param options - learningRate α > 0, beta1 β1 (usually 0.9), beta2 β2 (usually 0.999), epsilon ε > 0 (usually 1e-8)
 * @returns w, and state with m, v (not corrected) and t, all after the step
 */
export function adamStep(w: Tensor, dw: Tensor, state: AdamState, options: AdamOptions): AdamResult {
  // TODO: return {w, state: {m, v, t}}. Count t up first; the state keeps the moments uncorrected;
  //       ε is added after the root.
  throw new NotImplementedError('adamStep');
}

/**
 * One step of Adam on a loss with the penalty (λ/2)‖w‖²: the decay is coupled, it passes through both moments.
 *
 * Formula: g = dw + λ·w, then Adam's step with g in the place of dw
 *
 * Example: w = [1], dw = [1], λ = 0.5, all else as for adamStep: g = 1.5, m = [0.15], w = [0.9].
 * On the first step Adam divides the size of g away, and with it the decay: without decay w is 0.9 as well.
 *
 * @param w - any shape
 * @param dw - like w, the gradient of the loss without its penalty
 * @param state - m and v like w, v ≥ 0; t the number of steps made before this one, 0 at first
 * @param options - as for adamStep, and lambda λ ≥ 0
 * @returns w, and state with m, v (not corrected) and t, all after the step
 */
export function adamL2Step(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  options: AdamOptions & { lambda: number },
): AdamResult {
  // TODO: return {w, state: {m, v, t}}. The gradient of (λ/2)‖w‖² joins dw before either moment
  //       sees it.
  throw new NotImplementedError('adamL2Step');
}

/**
 * One step of AdamW: the decay is decoupled, it shrinks the weights directly and leaves the moments alone.
 *
 * Formula: t, m, v, m̂, v̂ as in Adam, from dw alone;  w ← w − α·m̂ / (√v̂ + ε) − α·λ·w with the w from before the step
 *
 * Example: w = [1], dw = [1], λ = 0.5, all else as for adamStep: m = [0.1], v = [0.001], w = 1 − 0.1 − 0.1·0.5·1 =
 * [0.85].
 *
 * @param w - any shape
 * @param dw - like w, the gradient of the loss without any penalty
 * @param state - m and v like w, v ≥ 0; t the number of steps made before this one, 0 at first
 * @param options - as for adamStep, and weightDecay λ ≥ 0
 * @returns w, and state with m, v (not corrected) and t, all after the step
 */
export function adamWStep(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  options: AdamOptions & { weightDecay: number },
): AdamResult {
  // TODO: return {w, state: {m, v, t}}. The decay is scaled by α too, and it multiplies the w that
  //       came in.
  throw new NotImplementedError('adamWStep');
}

/**
 * How stretched a bowl is: the condition number of a diagonal Hessian. At 1 the bowl is round; when it is large, SGD
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
  // TODO: return a number, no tensor. The curvatures come in no particular order.
  throw new NotImplementedError('conditionNumber');
}
