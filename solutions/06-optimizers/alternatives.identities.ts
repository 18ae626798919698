/** Right solutions from other, equal formulas. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type * as solution from './optimizers';
import { tidily } from './tidily';

/** −α·dw is added. */
export const sgdStep = tidily<typeof solution.sgdStep>((w, dw, { learningRate }) =>
  tf.add(w, tf.mul(dw, -learningRate)),
);

/** The velocity is thought of as the way downhill, and turned round at the end. */
export const momentumStep = tidily<typeof solution.momentumStep>((w, dw, v, { learningRate, rho }) => {
  const downhill = tf.sub(tf.mul(learningRate, dw), tf.mul(rho, v));
  return { w: tf.sub(w, downhill), v: tf.neg(downhill) };
});

/** The step starts from the point ahead, where −α·g is all that is left of it. */
export const nesterovStep = tidily<typeof solution.nesterovStep>((w, v, gradient, { learningRate, rho }) => {
  const carried = tf.mul(v, rho);
  const ahead = tf.add(w, carried);
  const push = tf.mul(gradient(ahead), -learningRate);
  return { w: tf.add(ahead, push), v: tf.add(carried, push) };
});

/** Powers in the place of squares and roots, and a rate for each weight. */
export const adagradStep = tidily<typeof solution.adagradStep>((w, dw, s, { learningRate, epsilon }) => {
  const sum = tf.add(s, tf.pow(dw, 2));
  const rates = tf.div(learningRate, tf.add(tf.pow(sum, 0.5), epsilon));
  return { w: tf.sub(w, tf.mul(rates, dw)), s: sum };
});

/** The mean moves a part of the way towards dw². */
export const rmspropStep = tidily<typeof solution.rmspropStep>((w, dw, s, { learningRate, decay, epsilon }) => {
  const mean = towards(s, tf.mul(dw, dw), 1 - decay);
  return { w: tf.sub(w, tf.mul(tf.div(dw, tf.add(epsilon, tf.sqrt(mean))), learningRate)), s: mean };
});

/** 1 − β^t is the sum of (1 − β)·β^i over the t steps. */
export const biasCorrection = tidily<typeof solution.biasCorrection>((moment, beta, t) =>
  tf.div(moment, tf.sum(tf.mul(tf.pow(beta, tf.range(0, t)), 1 - beta))),
);

function towards(old: Tensor, value: Tensor, share: number): Tensor {
  return tf.add(old, tf.mul(tf.sub(value, old), share));
}

/** Both corrections go into the learning rate; ε must then be scaled along. */
export const adamStep = tidily<typeof solution.adamStep>((w, dw, state, { learningRate, beta1, beta2, epsilon }) => {
  const t = state.t + 1;
  const m = towards(state.m, dw, 1 - beta1);
  const v = towards(state.v, tf.mul(dw, dw), 1 - beta2);
  const root = Math.sqrt(1 - Math.pow(beta2, t));
  const rate = (learningRate * root) / (1 - Math.pow(beta1, t));
  return { w: tf.sub(w, tf.mul(rate, tf.div(m, tf.add(tf.sqrt(v), epsilon * root)))), state: { m, v, t } };
});

/** The penalty's gradient is added last. */
export const adamL2Step = tidily<typeof solution.adamL2Step>((w, dw, state, options) =>
  adamStep(w, tf.add(tf.mul(options.lambda, w), dw), state, options),
);

/** The weights shrink first; Adam's step then starts from there, as dw is given anyway. */
export const adamWStep = tidily<typeof solution.adamWStep>((w, dw, state, options) =>
  adamStep(tf.mul(w, 1 - options.learningRate * options.weightDecay), dw, state, options),
);

/** In ascending order, the last over the first. */
export const conditionNumber: typeof solution.conditionNumber = (curvatures) => {
  const sorted = Array.from(curvatures.dataSync()).sort((a, b) => a - b);
  return (sorted.at(-1) ?? NaN) / (sorted[0] ?? NaN);
};
