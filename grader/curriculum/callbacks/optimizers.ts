import * as tf from '../../precision/tfjs';
import { defineCallback, number } from '../../execution/defineCallback';

// Steps of optimizers, for training loops. All returned tensors are new.

export const sgd = defineCallback({
  name: 'sgd',
  description: 'W − α·dW, without state',
  parameters: { learningRate: number },
  make:
    ({ learningRate }) =>
    (W: tf.Tensor, dW: tf.Tensor) => ({ w: tf.tidy(() => W.sub(dW.mul(learningRate))), state: undefined }),
});

export const momentum = defineCallback({
  name: 'momentum',
  description: 'v ← ρv − α·dW, W ← W + v; the velocity, a tensor, is the state',
  parameters: { learningRate: number, rho: number },
  make:
    ({ learningRate, rho }) =>
    (W: tf.Tensor, dW: tf.Tensor, state: tf.Tensor | undefined) =>
      tf.tidy(() => {
        const velocity = tf.sub(tf.mul(rho, state ?? tf.zerosLike(W)), tf.mul(learningRate, dW));
        return { w: W.add(velocity), state: velocity };
      }),
});

type State = { readonly v: tf.Tensor; readonly t: number };

export const slowingMomentum = defineCallback({
  name: 'slowingMomentum',
  description:
    'momentum with a rate of learningRate/t in its t-th step; the state {v, t} is a record of a tensor and a number',
  parameters: { learningRate: number, rho: number },
  make:
    ({ learningRate, rho }) =>
    (W: tf.Tensor, dW: tf.Tensor, state: State | undefined) =>
      tf.tidy(() => {
        const { v, t } = state ?? { v: tf.zerosLike(W), t: 0 };
        const velocity = tf.sub(tf.mul(rho, v), tf.mul(learningRate / (t + 1), dW));
        return { w: W.add(velocity), state: { v: velocity, t: t + 1 } };
      }),
});
