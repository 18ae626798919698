import type { StudentCase } from './StudentCase';

export const linearClassifier: readonly StudentCase[] = [
  {
    what: 'cast that repairs nothing',
    assignment: '02-linear-classifier',
    exercise: 'classTemplates',
    score: 'lost',
    mistake: 'rounded-down',
    source: `import * as tf from '@tensorflow/tfjs';
export function classTemplates(W: tf.Tensor2D, shape: [number, number, number]): tf.Tensor {
  return tf.tidy(() => {
    const low = W.min(1, true), range = W.max(1, true).sub(low);
    return tf.divNoNan(W.sub(low), range).mul(255).toInt().reshape([-1, ...shape]);
  });
}`,
  },
];
