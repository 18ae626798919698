/** Helpers for worked figures of the handout, in addition to the solution. */
import * as tf from '@tensorflow/tfjs';
import { forwardDifference, numericalGradient, relativeError } from './gradients';

/** Relative errors of the forward and the central difference of the sine at 1. */
export function errorsAtSine(h: number): readonly [forward: number, central: number] {
  const sine = (x: tf.Tensor): number => Math.sin(x.dataSync()[0] ?? NaN);
  const error = (slope: tf.Tensor): number => relativeError(slope, tf.tensor1d([Math.cos(1)]));
  const at = tf.tensor1d([1]);
  return [error(forwardDifference(sine, at, h)), error(numericalGradient(sine, at, h))];
}

/** Relative error of the central difference of the sine at 1, with every number in single precision. */
export function errorInSinglePrecision(h: number): number {
  const sineAt = (x: number): number => Math.fround(Math.sin(Math.fround(x)));
  const slope = (sineAt(1 + h) - sineAt(1 - h)) / (2 * h);
  return Math.abs(slope - Math.cos(1)) / (Math.abs(slope) + Math.cos(1));
}

/** The loss ½(s − 5)² of a hidden layer's score s for x = [1, 2]. */
export function hiddenLoss(W1: readonly (readonly number[])[], W2: readonly (readonly number[])[]): number {
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);
  const hidden = W1.map((row) => Math.max(0, dot(row, [1, 2])));
  return 0.5 * (dot(W2[0] ?? [], hidden) - 5) ** 2;
}
