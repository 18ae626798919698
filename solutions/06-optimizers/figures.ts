/** Helpers for worked figures of the handout, in addition to the solution. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { momentumStep, nesterovStep, sgdStep } from './optimizers';

/** Adam's state before the first step, and its usual options with a larger learning rate. */
export const atTheStart = { m: [0], v: [0], t: 0 };
export const usual = { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const options = { learningRate: 0.01, rho: 0.9 };
const curvatures = [1, 100];

/** Steps of SGD, momentum and Nesterov's momentum from (1, 1) until ½x² + 50y² is below 1e-6. */
export function stepsOnTheBowl(): readonly number[] {
  const gradient = (w: Tensor): Tensor => w.mul(curvatures);
  const start = { w: tf.ones([2]), v: tf.zeros([2]) };
  return [
    stepsFrom({ w: tf.ones([2]) }, ({ w }) => ({ w: sgdStep(w, gradient(w), options) })),
    stepsFrom(start, ({ w, v }) => momentumStep(w, gradient(w), v, options)),
    stepsFrom(start, ({ w, v }) => nesterovStep(w, v, gradient, options)),
  ];
}

function stepsFrom<State extends { readonly w: Tensor }>(start: State, step: (state: State) => State): number {
  let state = start;
  for (let steps = 0; ; steps += 1) {
    const [x = NaN, y = NaN] = state.w.dataSync();
    if (!(0.5 * x ** 2 + 50 * y ** 2 >= 1e-6)) return steps;
    state = step(state);
  }
}
