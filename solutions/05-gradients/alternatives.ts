/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type { Verdict } from './gradients';
import { unitLike, type ScalarFunction } from './mistakes';

type Difference = (f: ScalarFunction, x: Tensor, h: number) => Tensor;

/** Changes x in place, and restores it up to rounding. */
function inPlace(slope: (f: () => number, move: (by: number) => void, h: number) => number): Difference {
  return (f, x, h) => {
    const values = x.dataSync();
    const result = tf.buffer(x.shape);
    for (let i = 0; i < x.size; i += 1) {
      const move = (by: number): void => {
        values[i] = (values[i] ?? NaN) + by;
      };
      result.values[i] = slope(() => f(x), move, h);
    }
    return result.toTensor();
  };
}

/** Stacks the slopes of all elements. */
function stacked(x: Tensor, slope: (i: number) => number): Tensor {
  return tf.tidy(() => {
    if (x.size === 0) return tf.zeros(x.shape);
    return tf.stack(Array.from({ length: x.size }, (_, i) => tf.scalar(tf.tidy(() => slope(i))))).reshape(x.shape);
  });
}

/** Evaluates f at a copy of x with one element moved, and restores that element. */
function buffered(x: Tensor, f: ScalarFunction): (i: number, by: number) => number {
  const buffer = tf.buffer(x.shape, 'float32', Float32Array.from(x.dataSync()));
  return (i, by) => {
    const kept = buffer.values[i] ?? NaN;
    buffer.values[i] = kept + by;
    const value = tf.tidy(() => f(tf.tensor(buffer.values.slice(), x.shape)));
    buffer.values[i] = kept;
    return value;
  };
}

export const forwardDifference = {
  'in place': inPlace((f, move, h) => {
    const here = f();
    move(h);
    const beside = f();
    move(-h);
    return (beside - here) / h;
  }),
  'a restored buffer': ((f, x, h) => {
    const at = buffered(x, f);
    const result = Array.from({ length: x.size }, (_, i) => (at(i, h) - at(i, 0)) / h);
    return tf.tensor(result, x.shape);
  }) as Difference,
  'unit vectors': ((f, x, h) => {
    const here = f(x);
    return stacked(x, (i) => f(x.add(unitLike(x, i).mul(h))) / h - here / h);
  }) as Difference,
};

const centralInPlace = inPlace((f, move, h) => {
  move(h);
  const above = f();
  move(-2 * h);
  const below = f();
  move(h);
  return (above - below) / (2 * h);
});

export const numericalGradient = {
  'in place': (f: ScalarFunction, x: Tensor, h = 1e-5): Tensor => centralInPlace(f, x, h),
  'unit vectors': (f: ScalarFunction, x: Tensor, h = 1e-5): Tensor =>
    stacked(x, (i) => (0.5 * (f(x.add(unitLike(x, i).mul(h))) - f(x.sub(unitLike(x, i).mul(h))))) / h),
  'mean of both one-sided differences': (f: ScalarFunction, x: Tensor, h?: number): Tensor => {
    const [at, by] = [buffered(x, f), h ?? 1e-5];
    const here = f(x);
    const result = Array.from({ length: x.size }, (_, i) => ((at(i, by) - here) / by + (here - at(i, -by)) / by) / 2);
    return tf.tensor(result, x.shape);
  },
};

const hypot = (values: ArrayLike<number>): number => Math.hypot(...Array.from(values));

export const relativeError = {
  'loops and Math.hypot': (a: Tensor, b: Tensor): number => {
    const [left, right] = [a.dataSync(), b.dataSync()];
    const distance = hypot(Array.from(left, (value, i) => value - (right[i] ?? NaN)));
    return distance / (1e-8 + hypot(right) + hypot(left));
  },
  'inner products': (a: Tensor, b: Tensor): number =>
    tf.tidy(() => {
      const length = (one: Tensor): number => {
        const row = one.reshape([1, one.size]);
        return Math.sqrt(one.size === 0 ? 0 : (tf.matMul(row, row, false, true).dataSync()[0] ?? NaN));
      };
      return length(tf.sub(b, a)) / (length(a) + length(b) + 1e-8);
    }),
};

type Check = { relativeError: number; verdict: Verdict };

function errorOf(measured: Tensor, analytic: Tensor): number {
  const error = relativeError['loops and Math.hypot'](measured, analytic);
  measured.dispose();
  return error;
}

export const gradientCheck = {
  'in place, NaN first': (f: ScalarFunction, analytic: Tensor, x: Tensor, h = 1e-5): Check => {
    const error = errorOf(centralInPlace(f, x, h), analytic);
    if (!Number.isFinite(error) || error >= 1e-3) return { relativeError: error, verdict: 'wrong' };
    if (error >= 1e-5) return { relativeError: error, verdict: 'suspicious' };
    return { relativeError: error, verdict: error >= 1e-7 ? 'acceptable' : 'perfect' };
  },
  'a table of limits': (f: ScalarFunction, analytic: Tensor, x: Tensor, h?: number): Check => {
    const measured = numericalGradient['unit vectors'](f, x, h);
    const limits: readonly (readonly [Verdict, number])[] = [
      ['perfect', 1e-7],
      ['acceptable', 1e-5],
      ['suspicious', 1e-3],
    ];
    const error = relativeError['inner products'](measured, analytic);
    measured.dispose();
    return { relativeError: error, verdict: limits.find(([, limit]) => error < limit)?.[0] ?? 'wrong' };
  },
};
