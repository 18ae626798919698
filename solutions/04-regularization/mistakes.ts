import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { Penalty } from 'descent';
import type { ExerciseFunction, MistakeSpec } from 'descent/author';

type PenaltyFunction<S extends number[]> = (W: Tensor, ...strengths: S) => Penalty;

/** A mistake without state between calls. */
export function mistake<F extends ExerciseFunction>(id: string, run: F): MistakeSpec<F> {
  return { id, make: () => run };
}

/** A wrong penalty, from its value and its gradient. */
export function penaltyMistake<S extends number[]>(
  id: string,
  value: (W: Tensor, ...strengths: S) => Tensor,
  gradient: (W: Tensor, ...strengths: S) => Tensor,
): MistakeSpec<PenaltyFunction<S>> {
  return mistake(id, (W, ...strengths) =>
    tf.tidy(() => ({ penalty: value(W, ...strengths) as Scalar, dW: gradient(W, ...strengths) })),
  );
}

/** 1 where W ≥ 0, −1 elsewhere. */
export function signWithoutZero(W: Tensor): Tensor {
  return tf.where(tf.greaterEqual(W, 0), tf.onesLike(W), tf.neg(tf.onesLike(W)));
}

/** Rows w₀·factor(t) for the given times. */
export function weightsOverTime(w0: Tensor1D, times: readonly number[], factor: (t: number) => number): Tensor2D {
  return tf.tidy(() => tf.outerProduct(tf.tensor1d(times.map(factor)), w0));
}

/** first, first + 1, …, last */
export function timesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * A wrong decay: rows w₀·factor(t), starting at t = `first`.
 *
 * @param missing - number of missing rows
 */
export function decayMistake(
  id: string,
  factor: (t: number, learningRate: number, lambda: number) => number,
  { first = 0, missing = 0 } = {},
): MistakeSpec<(w0: Tensor1D, learningRate: number, lambda: number, steps: number) => Tensor2D> {
  return mistake(id, (w0, learningRate, lambda, steps) =>
    weightsOverTime(w0, timesBetween(first, steps + first - missing), (t) => factor(t, learningRate, lambda)),
  );
}
