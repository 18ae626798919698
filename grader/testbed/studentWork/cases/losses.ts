import type { StudentCase } from './StudentCase';

export const losses: readonly StudentCase[] = [
  {
    what: 'engine scope forbidden',
    assignment: '03-losses',
    exercise: 'softmax',
    score: 0,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
export function softmax(scores: tf.Tensor2D): tf.Tensor2D {
  tf.engine().startScope();
  const e = scores.sub(scores.max(1, true)).exp();
  const p = tf.keep(e.div<tf.Tensor2D>(e.sum(1, true)));
  tf.engine().endScope();
  return p;
}`,
  },
  {
    what: 'log of a floored probability',
    assignment: '03-losses',
    exercise: 'crossEntropy',
    score: 'lost',
    mistake: 'log-plus-a-constant',
    source: `import * as tf from '@tensorflow/tfjs';
export function crossEntropy(scores: tf.Tensor2D, y: tf.Tensor1D): any {
  return tf.tidy(() => {
    const e = scores.sub(scores.max(1, true)).exp(), p = e.div(e.sum(1, true)), Y = tf.oneHot(y, scores.shape[1]);
    return { loss: p.mul(Y).sum(1).add(1e-14).log().mean().neg(), dScores: p.sub(Y).div(scores.shape[0]) };
  });
}`,
  },
];
