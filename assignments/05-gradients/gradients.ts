/**
 * Numerical gradients, which are slow but hard to get wrong, and gradient checks, which compare the fast ones with
 * them.
 *
 * Letters, the same in every function:
 *   f     the function to differentiate; takes a tensor shaped like x, returns a plain number, and may be called often
 *   x     where to differentiate, a float tensor of any shape, including rank 0 and empty tensors
 *   h     the step for an element of x, a number > 0
 *   e_i   shaped like x, 1 at element i and 0 elsewhere
 *   a, b  two tensors of one shape that should be equal, such as a numerical and an analytic gradient
 *   ‖a‖   the norm of a, √(Σ a_i²) over all elements, whatever the shape
 *
 * Every function leaves its inputs unchanged, returns new tensors, and keeps nothing else allocated. It may change x
 * temporarily, if it restores every element: x may then be off by one rounding error.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';

/** The verdict of a gradient check on a relative error. */
export type Verdict = 'perfect' | 'acceptable' | 'suspicious' | 'wrong';

/**
 * Forward differences of f: the definition of the derivative, with a small step instead of the limit.
 *
 * Formula: g_i = (f(x + h·e_i) − f(x)) / h
 *
 * Example: f(x) = (x₁ + 2x₂)³, x = [1, 0.5], h = 0.5: f(x) = 2³ = 8, f([1.5, 0.5]) = 2.5³ = 15.625, f([1, 1]) = 3³ =
 * 27. So g = [7.625/0.5, 19/0.5] = [15.25, 38]. The true gradient is [12, 24].
 *
 * @param f - takes a tensor like x, returns a number
 * @param x - any shape
 * @param h - the step, > 0
 * @returns the slopes, shaped like x
 */
export function forwardDifference(f: (x: Tensor) => number, x: Tensor, h: number): Tensor {
  // TODO: return one slope per element, shaped like x. Shift one element at a time, always from the
  //       original x.
  throw new NotImplementedError('forwardDifference');
}

/**
 * Central differences of f. Their error shrinks with h², that of forward differences only with h.
 *
 * Formula: g_i = (f(x + h·e_i) − f(x − h·e_i)) / (2h)
 *
 * Example: f(x) = (x₁ + 2x₂)³, x = [1, 0.5], h = 0.5: the first slope is (2.5³ − 1.5³)/1 = 15.625 − 3.375 = 12.25,
 * the second is (3³ − 1³)/1 = 26. So g = [12.25, 26]. The true gradient is [12, 24].
 *
 * @param f - takes a tensor like x, returns a number
 * @param x - any shape
 * @param h - the step, > 0
 * @returns the slopes, shaped like x
 */
export function numericalGradient(f: (x: Tensor) => number, x: Tensor, h = 1e-5): Tensor {
  // TODO: return one slope per element, shaped like x. What is the distance from x − h to x + h?
  throw new NotImplementedError('numericalGradient');
}

/**
 * Distance of two tensors relative to their norms: 0 if they are equal, 1 if one of them is 0, never more than 1.
 *
 * Formula: ‖a − b‖ / (‖a‖ + ‖b‖ + 1e-8)
 *
 * Example: a = [3, 4], b = [6, 8]: ‖a − b‖ = 5, ‖a‖ = 5, ‖b‖ = 10, so 5/15 = 0.3333. For a = b = [0, 0] it is 0/1e-8 =
 * 0.
 *
 * @param a - any shape
 * @param b - like a
 * @returns a plain number from 0 to 1; NaN if any element is NaN
 */
export function relativeError(a: Tensor, b: Tensor): number {
  // TODO: return a plain number. Three norms over all elements; add 1e-8 to the denominator, so 0/0
  //       can't happen.
  throw new NotImplementedError('relativeError');
}

/**
 * Compares an analytic gradient with a numerical one.
 *
 * Formula: e = relative error of the central differences and `analytic`;
 *          'perfect' if e < 1e-7, else 'acceptable' if e < 1e-5, else 'suspicious' if e < 1e-3, else 'wrong'
 *
 * Example: f(x) = (x₁ + 2x₂)², x = [1, 0.5], h = 0.5, analytic = [4, 2]. The central differences of a square are exact:
 * [4, 8]. ‖[0, 6]‖ = 6, √80 + √20 = 13.416, e = 0.4472: 'wrong'. The inner derivative 2 of the second element is
 * missing.
 *
 * @param f - takes a tensor like x, returns a number
 * @param analytic - like x, the analytic gradient of f at x
 * @param x - any shape
 * @param h - the step, > 0
 * @returns relativeError e, a plain number, and its verdict; an error of NaN or Infinity is 'wrong'
 */
export function gradientCheck(
  f: (x: Tensor) => number,
  analytic: Tensor,
  x: Tensor,
  h = 1e-5,
): { relativeError: number; verdict: Verdict } {
  // TODO: return {relativeError, verdict}. An error exactly at a limit is in the worse band; what
  //       is NaN < 1e-7, and NaN >= 1e-3?
  throw new NotImplementedError('gradientCheck');
}
