import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';

export type ScalarFunction = (x: Tensor) => number;

/** A tensor like x, 1 at one element and 0 elsewhere. */
export function unitLike(x: Tensor, index: number): Tensor {
  return tf.range(0, x.size).equal(index).toFloat().reshape(x.shape);
}

/** f with the elements of x replaced. */
export function valueAt(f: ScalarFunction, x: Tensor, replace: (value: number, index: number) => number): number {
  return tf.tidy(() => f(tf.tensor(Array.from(x.dataSync(), replace), x.shape)));
}

/** f with one element of x moved. */
export function beside(f: ScalarFunction, x: Tensor, index: number, by: number): number {
  return valueAt(f, x, (value, i) => (i === index ? value + by : value));
}

type Slope = (f: ScalarFunction, x: Tensor, index: number, h: number) => number;

/** The slopes, computed element by element. */
export function slopes(slope: Slope): (f: ScalarFunction, x: Tensor, h?: number) => Tensor {
  return (f, x, h = 1e-5) =>
    tf.tensor(
      Array.from({ length: x.size }, (_, index) => slope(f, x, index, h)),
      x.shape,
    );
}

export const forward: Slope = (f, x, index, h) => (beside(f, x, index, h) - f(x)) / h;
export const backward: Slope = (f, x, index, h) => (f(x) - beside(f, x, index, -h)) / h;
export const central: Slope = (f, x, index, h) => (beside(f, x, index, h) - beside(f, x, index, -h)) / (2 * h);

/** x with the elements before `index` moved by `left` and not restored. */
export function disturbed(x: Tensor, index: number, left: number): Tensor {
  return tf.tensor(
    Array.from(x.dataSync(), (value, i) => (i < index ? value + left : value)),
    x.shape,
  );
}

/** Mistakes of any difference quotient `slope`. */
export function mistakesOf(
  slope: Slope,
): Readonly<Record<string, (f: ScalarFunction, x: Tensor, h?: number) => Tensor>> {
  return {
    'not-divided': slopes((f, x, index, h) => slope(f, x, index, h) * h),
    'sign-turned': slopes((f, x, index, h) => -slope(f, x, index, h)),
    'step-ignored': slopes((f, x, index) => slope(f, x, index, 1e-5)),
    'step-scaled': slopes((f, x, index, h) =>
      slope(f, x, index, h * Math.max(1, Math.abs(x.dataSync()[index] ?? NaN))),
    ),
    'step-times-x': slopes((f, x, index, h) => {
      const value = x.dataSync()[index] ?? NaN;
      return slope(f, x, index, h * (value === 0 ? 1 : value));
    }),
    flattened: (f, x, h) => slopes(slope)(f, x, h).flatten(),
    'f-gets-a-list': (f, x, h) =>
      slopes((_, flat, index, step) => slope(f, flat, index, step))(f, x.flatten(), h).reshape(x.shape),
  };
}
