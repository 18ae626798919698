/**
 * Numerical gradients: slopes measured by trying, slow but hard to get wrong, and what they are good for: checking the
 * fast ones.
 *
 * Letters, the same in every function:
 *   f     the function that is measured; takes a tensor shaped like x, returns a plain number, and may be called often
 *   x     where it is measured, a float tensor of any shape: of rank 0, or with no element at all, too
 *   h     how far an element of x is moved, a number > 0
 *   e_i   shaped like x, 1 at element i and 0 elsewhere
 *   a, b  two tensors of one shape that should be equal, such as a numerical and an analytic gradient
 *   ‖a‖   the length of a, √(Σ a_i²) over all elements, whatever the shape
 *
 * Every function leaves its inputs as they were, returns new tensors, and keeps nothing else allocated. It may move x
 * itself while it measures, if it moves every element back: x may then be one rounding off.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';

/** What a gradient check says of a relative error. */
export type Verdict = 'perfect' | 'acceptable' | 'suspicious' | 'wrong';

/**
 * Slopes of f by the definition of the derivative, with a small step in the place of one that goes to 0.
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
  // TODO: return one slope per element, shaped like x. Move one element at a time, and each from
  //       the x that was given.
  throw new NotImplementedError('forwardDifference');
}

/**
 * Slopes of f from both sides: the central difference. Its error shrinks with h² where the forward difference's shrinks
 * with h.
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
  // TODO: return one slope per element, shaped like x. From x − h to x + h: how far is that?
  throw new NotImplementedError('numericalGradient');
}

/**
 * How far two tensors are apart, measured by their own lengths: 0 for equal ones, 1 where one of them is 0, never more
 * than 1.
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
  // TODO: return a plain number. Three lengths over all elements; the 1e-8 joins the sum below, so
  //       that 0/0 can't happen.
  throw new NotImplementedError('relativeError');
}

/**
 * Holds a gradient that was worked out by hand against one that is measured.
 *
 * Formula: e = relative error of the central differences and `analytic`;
 *          'perfect' if e < 1e-7, else 'acceptable' if e < 1e-5, else 'suspicious' if e < 1e-3, else 'wrong'
 *
 * Example: f(x) = (x₁ + 2x₂)², x = [1, 0.5], h = 0.5, analytic = [4, 2]. The central differences of a square are exact:
 * [4, 8]. ‖[0, 6]‖ = 6, √80 + √20 = 13.416, e = 0.4472: 'wrong'. The inner derivative 2 of the second element was
 * forgotten.
 *
 * @param f - takes a tensor like x, returns a number
 * @param analytic - like x, the gradient of f at x as worked out
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
  // TODO: return {relativeError, verdict}. An error right at a limit is in the worse band; what is
  //       NaN < 1e-7, and NaN >= 1e-3?
  throw new NotImplementedError('gradientCheck');
}
