import type { StudentCase } from './StudentCase';

export const optimizers: readonly StudentCase[] = [
  {
    what: 'class instance result',
    assignment: '06-optimizers',
    exercise: 'momentumStep',
    score: 10,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type { MomentumResult } from 'descent';
class Momentum implements MomentumResult { constructor(readonly w: Tensor, readonly v: Tensor) {} }
export function momentumStep(w: Tensor, dw: Tensor, v: Tensor, { learningRate, rho }: { learningRate: number; rho: number }): MomentumResult {
  const next = tf.tidy(() => v.mul(rho).sub(dw.mul(learningRate)));
  return new Momentum(w.add(next), next);
}`,
  },
  {
    what: 'class instance result whose fields are getters',
    assignment: '06-optimizers',
    exercise: 'adagradStep',
    score: 10,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
class Step {
  #next: tf.Tensor;
  constructor(next: tf.Tensor, private readonly sum: tf.Tensor) { this.#next = next; }
  get w(): tf.Tensor { return this.#next; }
  get s(): tf.Tensor { return this.sum; }
}
export function adagradStep(w: tf.Tensor, dw: tf.Tensor, s: tf.Tensor, o: { learningRate: number; epsilon: number }): Step {
  const sum = tf.tidy(() => s.add(dw.square()));
  return new Step(tf.tidy(() => w.sub(dw.mul(o.learningRate).div(sum.sqrt().add(o.epsilon)))), sum);
}`,
  },
  {
    what: 'result with a method, a Map and null beside its fields',
    assignment: '06-optimizers',
    exercise: 'rmspropStep',
    score: 10,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
export function rmspropStep(w: tf.Tensor, dw: tf.Tensor, s: tf.Tensor, o: { learningRate: number; decay: number; epsilon: number }): object {
  return tf.tidy(() => {
    const mean = s.mul(o.decay).add(dw.square().mul(1 - o.decay));
    const next = w.sub(dw.mul(o.learningRate).div(mean.sqrt().add(o.epsilon)));
    return { w: next, s: mean, describe: () => 'a step', seen: new Map(), previous: null };
  });
}`,
  },
  {
    what: 'carried without a call',
    assignment: '06-optimizers',
    exercise: 'adamStep',
    score: 'lost',
    mistake: 'power-one-behind',
    source: `import * as tf from '@tensorflow/tfjs';
export function biasCorrection(m: tf.Tensor, beta: number, t: number): tf.Tensor { return m.div(1 - beta ** (t - 1)); }
export function adamStep(w: any, g: any, s: any, o: any): any {
  return tf.tidy(() => {
    const t = s.t + 1, m = s.m.mul(o.beta1).add(g.mul(1 - o.beta1)), v = s.v.mul(o.beta2).add(g.square().mul(1 - o.beta2));
    return { w: w.sub(m.div(1 - o.beta1 ** (t - 1)).mul(o.learningRate).div(v.div(1 - o.beta2 ** (t - 1)).sqrt().add(o.epsilon))), state: { m, v, t } };
  });
}`,
  },
  {
    what: 'momentum of the other course',
    assignment: '06-optimizers',
    exercise: 'momentumStep',
    score: 'lost',
    mistake: 'running-mean',
    source: `import * as tf from '@tensorflow/tfjs';
export function momentumStep(w: any, dw: any, v: any, { learningRate, rho }: any): any {
  return tf.tidy(() => { const n = v.mul(rho).add(dw.mul(1 - rho)); return { w: w.sub(n.mul(learningRate)), v: n }; });
}`,
  },
];
