import type { StudentCase } from './StudentCase';

export const gradients: readonly StudentCase[] = [
  {
    what: 'cs231n rel error',
    assignment: '05-gradients',
    exercise: 'relativeError',
    score: 'lost',
    mistake: 'largest-of-the-elements-floored-errors',
    source: `import * as tf from '@tensorflow/tfjs';
export function relativeError(a: tf.Tensor, b: tf.Tensor): number {
  const x = a.dataSync(), y = b.dataSync();
  let worst = 0;
  for (let i = 0; i < x.length; i++) worst = Math.max(worst, Math.abs(x[i]! - y[i]!) / Math.max(1e-8, Math.abs(x[i]!) + Math.abs(y[i]!)));
  return worst;
}`,
  },
  {
    what: 'slope times h',
    assignment: '05-gradients',
    exercise: 'numericalGradient',
    score: 'lost',
    mistake: 'times-half-h',
    source: `import * as tf from '@tensorflow/tfjs';
export function numericalGradient(f: (x: tf.Tensor) => number, x: tf.Tensor, h = 1e-5): tf.Tensor {
  const at = (i: number, by: number) => tf.tidy(() => f(tf.tensor(Array.from(x.dataSync(), (v, j) => (i === j ? v + by : v)), x.shape)));
  return tf.tensor(Array.from({ length: x.size }, (_, i) => (at(i, h) - at(i, -h)) / 2 * h), x.shape);
}`,
  },
];
