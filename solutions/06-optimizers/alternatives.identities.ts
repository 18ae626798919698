/** Right solutions from other, equal formulas. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { tidied } from 'descent/author';
import type * as solution from './optimizers';

/** Adds −α·dw. */
export const sgdStep = tidied<typeof solution.sgdStep>((w, dw, { learningRate }) =>
  tf.add(w, tf.mul(dw, -learningRate)),
);

/** Computes the negative velocity. */
export const momentumStep = tidied<typeof solution.momentumStep>((w, dw, v, { learningRate, rho }) => {
  const downhill = tf.sub(tf.mul(learningRate, dw), tf.mul(rho, v));
  return { w: tf.sub(w, downhill), v: tf.neg(downhill) };
});

/** Continues from the look-ahead point, where only −α·g is missing. */
export const nesterovStep = tidied<typeof solution.nesterovStep>((w, v, gradient, { learningRate, rho }) => {
  const carried = tf.mul(v, rho);
  const ahead = tf.add(w, carried);
  const push = tf.mul(gradient(ahead), -learningRate);
  return { w: tf.add(ahead, push), v: tf.add(carried, push) };
});

/** Powers instead of squares and roots, and a rate for each weight. */
export const adagradStep = tidied<typeof solution.adagradStep>((w, dw, s, { learningRate, epsilon }) => {
  const sum = tf.add(s, tf.pow(dw, 2));
  const rates = tf.div(learningRate, tf.add(tf.pow(sum, 0.5), epsilon));
  return { w: tf.sub(w, tf.mul(rates, dw)), s: sum };
});

/** Moves the mean part of the way towards dw². */
export const rmspropStep = tidied<typeof solution.rmspropStep>((w, dw, s, { learningRate, decay, epsilon }) => {
  const mean = towards(s, tf.mul(dw, dw), 1 - decay);
  return { w: tf.sub(w, tf.mul(tf.div(dw, tf.add(epsilon, tf.sqrt(mean))), learningRate)), s: mean };
});

/** 1 − β^t is the sum of (1 − β)·β^i over the t steps. */
export const biasCorrection = tidied<typeof solution.biasCorrection>((moment, beta, t) =>
  tf.div(moment, tf.sum(tf.mul(tf.pow(beta, tf.range(0, t)), 1 - beta))),
);

function towards(old: Tensor, value: Tensor, share: number): Tensor {
  return tf.add(old, tf.mul(tf.sub(value, old), share));
}

/** Puts both corrections into the learning rate, and scales ε to match. */
export const adamStep = tidied<typeof solution.adamStep>((w, dw, state, { learningRate, beta1, beta2, epsilon }) => {
  const t = state.t + 1;
  const m = towards(state.m, dw, 1 - beta1);
  const v = towards(state.v, tf.mul(dw, dw), 1 - beta2);
  const root = Math.sqrt(1 - Math.pow(beta2, t));
  const rate = (learningRate * root) / (1 - Math.pow(beta1, t));
  return { w: tf.sub(w, tf.mul(rate, tf.div(m, tf.add(tf.sqrt(v), epsilon * root)))), state: { m, v, t } };
});

/** Adds dw to the penalty's gradient. */
export const adamL2Step = tidied<typeof solution.adamL2Step>((w, dw, state, options) =>
  adamStep(w, tf.add(tf.mul(options.lambda, w), dw), state, options),
);

/** Shrinks the weights before Adam's step, which only adds to them. */
export const adamWStep = tidied<typeof solution.adamWStep>((w, dw, state, options) =>
  adamStep(tf.mul(w, 1 - options.learningRate * options.weightDecay), dw, state, options),
);

/** Sorts the curvatures, and divides the last by the first. */
export const conditionNumber: typeof solution.conditionNumber = (curvatures) => {
  const sorted = Array.from(curvatures.dataSync()).sort((a, b) => a - b);
  return (sorted.at(-1) ?? NaN) / (sorted[0] ?? NaN);
};
