/** tfjs's own optimizers, with their differences undone. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { tidied } from 'descent/author';
import type * as solution from './optimizers';

type Memory = Readonly<Record<string, Tensor>>;

/** One step of a tfjs optimizer whose accumulators start as `memory`, by field name. */
function stepOf<M extends Memory>(
  optimizer: tf.Optimizer,
  w: Tensor,
  dw: Tensor,
  memory: M,
): { w: Tensor } & { [K in keyof M]: Tensor } {
  const weights = tf.variable(w);
  const variables = Object.entries(memory).map(([field, start]) => ({ field, variable: tf.variable(start, false) }));
  for (const { field, variable } of variables)
    Object.assign(optimizer, { [field]: [{ originalName: field, variable }] });
  optimizer.applyGradients([{ name: weights.name, tensor: dw }]);
  const after = Object.fromEntries(variables.map(({ field, variable }) => [field, tf.clone(variable)]));
  const next = tf.clone(weights);
  weights.dispose();
  optimizer.dispose();
  // tfjs's momentum doesn't dispose the learning rate that it inherits.
  (optimizer as unknown as { c?: Tensor }).c?.dispose();
  return { w: next, ...(after as unknown as { [K in keyof M]: Tensor }) };
}

export const sgdStep = tidied<typeof solution.sgdStep>(
  (w, dw, { learningRate }) => stepOf(tf.train.sgd(learningRate), w, dw, {}).w,
);

/** tfjs stores −v/α and multiplies it by α in the update. */
export const momentumStep = tidied<typeof solution.momentumStep>((w, dw, v, { learningRate, rho }) => {
  const after = stepOf(tf.train.momentum(learningRate, rho), w, dw, { accumulations: v.div(-learningRate) });
  return { w: after.w, v: after.accumulations.mul(-learningRate) };
});

/** tfjs stores the look-ahead point instead of the weights. */
export const nesterovStep = tidied<typeof solution.nesterovStep>((w, v, gradient, { learningRate, rho }) => {
  const ahead = w.add(v.mul(rho));
  const after = stepOf(tf.train.momentum(learningRate, rho, true), ahead, gradient(ahead), {
    accumulations: v.div(-learningRate),
  });
  const velocity = after.accumulations.mul(-learningRate);
  return { w: after.w.sub(velocity.mul(rho)), v: velocity };
});

/** tfjs's √x equals our √s + ε if its accumulator x is (√s + ε)² after the step. */
function squareOfDivisor(s: Tensor, epsilon: number): Tensor {
  return s.sqrt().add(epsilon).square();
}

/** tfjs's ε is a fixed 1e-7 inside the root, so this is not for tiny gradients. */
export const adagradStep = tidied<typeof solution.adagradStep>((w, dw, s, { learningRate, epsilon }) => {
  const { accumulatedGrads } = stepOf(tf.train.adagrad(learningRate), w, dw, { accumulatedGrads: s });
  const start = squareOfDivisor(accumulatedGrads, epsilon).sub(dw.square()).sub(tf.backend().epsilon());
  return { w: stepOf(tf.train.adagrad(learningRate), w, dw, { accumulatedGrads: start }).w, s: accumulatedGrads };
});

/** tfjs's ε is inside the root, so it is set to 0. */
export const rmspropStep = tidied<typeof solution.rmspropStep>((w, dw, s, { learningRate, decay, epsilon }) => {
  const step = (start: Tensor) =>
    stepOf(tf.train.rmsprop(learningRate, decay, 0, 0), w, dw, { accumulatedMeanSquares: start });
  const mean = step(s).accumulatedMeanSquares;
  const start = squareOfDivisor(mean, epsilon)
    .sub(dw.square().mul(1 - decay))
    .div(decay);
  return { w: step(start).w, s: mean };
});

/** A moving average from 0 of moment/(1 − β) is the moment itself; tfjs corrects it. */
export const biasCorrection = tidied<typeof solution.biasCorrection>((moment, beta, t) =>
  tf.movingAverage(tf.zerosLike(moment), moment.div(1 - beta), beta, t, true),
);

export const adamStep = tidied<typeof solution.adamStep>(
  (w, dw, { m, v, t }, { learningRate, beta1, beta2, epsilon }) => {
    const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
    const powers = optimizer as unknown as { accBeta1: tf.Variable; accBeta2: tf.Variable };
    powers.accBeta1.assign(tf.scalar(beta1).pow(t + 1));
    powers.accBeta2.assign(tf.scalar(beta2).pow(t + 1));
    const after = stepOf(optimizer, w, dw, { accumulatedFirstMoment: m, accumulatedSecondMoment: v });
    return { w: after.w, state: { m: after.accumulatedFirstMoment, v: after.accumulatedSecondMoment, t: t + 1 } };
  },
);

const penalty = (x: Tensor, strength: number): Tensor =>
  x
    .square()
    .sum()
    .mul(strength / 2);

/** The gradient of dw·w + (λ/2)‖w‖² by tfjs's autodiff, through tfjs's Adam. */
export const adamL2Step = tidied<typeof solution.adamL2Step>((w, dw, state, options) => {
  const loss = (x: Tensor): Tensor => x.mul(dw).sum().add(penalty(x, options.lambda));
  return adamStep(w, tf.grad(loss)(w), state, options);
});

/** tfjs's Adam on dw, then its SGD from there along the gradient of (λ/2)‖w‖² at the old weights. */
export const adamWStep = tidied<typeof solution.adamWStep>((w, dw, state, options) => {
  const adam = adamStep(w, dw, state, options);
  const decay = tf.grad((x: Tensor) => penalty(x, options.weightDecay))(w);
  return { w: sgdStep(adam.w, decay, options), state: adam.state };
});

/** The largest curvature times the largest curvature of the inverse, as maximum norms. */
export const conditionNumber: typeof solution.conditionNumber = (curvatures) =>
  tf.tidy(() => tf.norm(curvatures, Infinity).mul<tf.Scalar>(tf.norm(curvatures.reciprocal(), Infinity)).arraySync());
