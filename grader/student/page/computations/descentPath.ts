import type { Optimizer, Tensor, Variable } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import { defineComputation, type OwnFunction } from './Computation';
import { firstStep, type OptimizerId, type StepOptions } from './optimizers';
import { noiseAt, surfaceOf, type SurfaceId } from './surfaces';

export interface PathParameters {
  readonly optimizer: OptimizerId;
  /** The student's own function, or tfjs's optimizer. */
  readonly by: 'student' | 'tfjs';
  readonly surface: SurfaceId;
  readonly kappa: number;
  readonly start: readonly [number, number];
  readonly steps: number;
  readonly options: StepOptions;
}

/** The points that an optimizer visits, starting with the initial one. It stops at the first non-finite point. */
export interface DescentPath {
  readonly points: readonly (readonly [number, number])[];
}

/** Strength of the gradient noise, like that of small batches. */
const noise = 1.5;

/** The path of one optimizer down a surface. */
export const descentPath = defineComputation<PathParameters, DescentPath>('descent.path', (own, tf, parameters) =>
  parameters.by === 'student' ? ownPath(own, tf, parameters) : companionPath(tf, parameters),
);

function ownPath(own: OwnFunction, tf: Tfjs, parameters: PathParameters): DescentPath {
  const points: (readonly [number, number])[] = [parameters.start];
  const step = firstStep(own, tf, parameters.optimizer, parameters.options);
  let w: Tensor = tf.tensor1d([...parameters.start]);
  for (let index = 0; index < parameters.steps; index += 1) {
    w = step(w, (at) => tf.tensor1d([...gradientAt(parameters, pairOf(at), index)]));
    const point = pairOf(w);
    points.push(point);
    if (!point.every(Number.isFinite)) break;
  }
  return { points };
}

function companionPath(tf: Tfjs, parameters: PathParameters): DescentPath {
  const { start, steps, optimizer, options } = parameters;
  const { learningRate: rate, rho, beta1, beta2, decay, epsilon } = options;
  const companions: Partial<Record<OptimizerId, () => Optimizer>> = {
    sgd: () => tf.train.sgd(rate),
    momentum: () => tf.train.momentum(rate, rho),
    nesterov: () => tf.train.momentum(rate, rho, true),
    adagrad: () => tf.train.adagrad(rate),
    rmsprop: () => tf.train.rmsprop(rate, decay, 0, epsilon),
    adam: () => tf.train.adam(rate, beta1, beta2, epsilon),
  };
  const points: (readonly [number, number])[] = [start];
  const companion = companions[optimizer]?.();
  if (companion === undefined) return { points: [] };
  const w: Variable = tf.variable(tf.tensor1d([...start]));
  for (let index = 0; index < steps; index += 1) {
    const gradient = tf.tensor1d([...gradientAt(parameters, pairOf(w), index)]);
    companion.applyGradients({ [w.name]: gradient });
    gradient.dispose();
    const point = pairOf(w);
    points.push(point);
    if (!point.every(Number.isFinite)) break;
  }
  companion.dispose();
  w.dispose();
  return { points };
}

function gradientAt(
  { surface, kappa }: PathParameters,
  [x, y]: readonly [number, number],
  step: number,
): readonly [number, number] {
  const [dx, dy] = surfaceOf(surface, kappa).gradient(x, y);
  if (surface !== 'noisy') return [dx, dy];
  const [a, b] = noiseAt(step);
  return [dx + noise * a, dy + noise * b];
}

function pairOf(tensor: Tensor): readonly [number, number] {
  const [x = NaN, y = NaN] = tensor.dataSync();
  return [x, y];
}
