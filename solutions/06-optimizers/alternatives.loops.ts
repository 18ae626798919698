/** Right solutions by loops over the elements. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import type { AdamOptions, AdamResult, AdamState, MomentumResult, SquaresResult } from 'descent';

/** Computes a tensor like the first, element by element. */
function map(tensors: readonly Tensor[], compute: (...elements: number[]) => number): Tensor {
  const [first, ...others] = tensors.map((tensor) => tensor.dataSync());
  const values = Array.from(first ?? [], (value, index) =>
    compute(value, ...others.map((other) => other[index] ?? NaN)),
  );
  return tf.tensor(values, tensors[0]?.shape);
}

export function sgdStep(w: Tensor, dw: Tensor, { learningRate }: { learningRate: number }): Tensor {
  return map([w, dw], (weight, slope) => weight - learningRate * slope);
}

interface MomentumOptions {
  learningRate: number;
  rho: number;
}

export function momentumStep(w: Tensor, dw: Tensor, v: Tensor, { learningRate, rho }: MomentumOptions): MomentumResult {
  const faster = (slope: number, speed: number): number => rho * speed - learningRate * slope;
  return {
    w: map([w, dw, v], (weight, slope, speed) => weight + faster(slope ?? NaN, speed ?? NaN)),
    v: map([dw, v], faster),
  };
}

export function nesterovStep(
  w: Tensor,
  v: Tensor,
  gradient: (w: Tensor) => Tensor,
  options: MomentumOptions,
): MomentumResult {
  const ahead = map([w, v], (weight, speed) => weight + options.rho * speed);
  const slope = gradient(ahead);
  const result = momentumStep(w, slope, v, options);
  tf.dispose([ahead, slope]);
  return result;
}

interface SquaresOptions {
  learningRate: number;
  epsilon: number;
}

export function adagradStep(w: Tensor, dw: Tensor, s: Tensor, options: SquaresOptions): SquaresResult {
  const sum = map([s, dw], (old, slope) => old + slope ** 2);
  return { w: scaled(w, dw, sum, options), s: sum };
}

export function rmspropStep(
  w: Tensor,
  dw: Tensor,
  s: Tensor,
  options: SquaresOptions & { decay: number },
): SquaresResult {
  const mean = map([s, dw], (old, slope) => options.decay * old + (1 - options.decay) * slope ** 2);
  return { w: scaled(w, dw, mean, options), s: mean };
}

function scaled(w: Tensor, dw: Tensor, s: Tensor, { learningRate, epsilon }: SquaresOptions): Tensor {
  return map([w, dw, s], (weight, slope, squares) => weight - (learningRate * slope) / (Math.sqrt(squares) + epsilon));
}

export function biasCorrection(moment: Tensor, beta: number, t: number): Tensor {
  let power = 1;
  for (let step = 0; step < t; step += 1) power *= beta;
  return map([moment], (value) => value / (1 - power));
}

export function adamStep(w: Tensor, dw: Tensor, state: AdamState, options: AdamOptions): AdamResult {
  return adam(w, dw, state, options, { lambda: 0, weightDecay: 0 });
}

export function adamL2Step(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  options: AdamOptions & { lambda: number },
): AdamResult {
  return adam(w, dw, state, options, { lambda: options.lambda, weightDecay: 0 });
}

export function adamWStep(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  options: AdamOptions & { weightDecay: number },
): AdamResult {
  return adam(w, dw, state, options, { lambda: 0, weightDecay: options.weightDecay });
}

function adam(
  w: Tensor,
  dw: Tensor,
  state: AdamState,
  { learningRate, beta1, beta2, epsilon }: AdamOptions,
  { lambda, weightDecay }: { lambda: number; weightDecay: number },
): AdamResult {
  const t = state.t + 1;
  const m = map([state.m, dw, w], (old, slope, weight) => beta1 * old + (1 - beta1) * (slope + lambda * weight));
  const v = map([state.v, dw, w], (old, slope, weight) => beta2 * old + (1 - beta2) * (slope + lambda * weight) ** 2);
  const next = map([w, m, v], (weight, first, second) => {
    const step = first / (1 - Math.pow(beta1, t)) / (Math.sqrt(second / (1 - Math.pow(beta2, t))) + epsilon);
    return weight - learningRate * (step + weightDecay * weight);
  });
  return { w: next, state: { m, v, t } };
}

export function conditionNumber(curvatures: Tensor1D): number {
  let [smallest, largest] = [Infinity, -Infinity];
  for (const curvature of curvatures.arraySync()) {
    smallest = Math.min(smallest, curvature);
    largest = Math.max(largest, curvature);
  }
  return largest / smallest;
}
