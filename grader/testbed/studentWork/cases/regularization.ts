import type { StudentCase } from './StudentCase';

export const regularization: readonly StudentCase[] = [
  {
    what: 'int32 gradient',
    assignment: '04-regularization',
    exercise: 'totalVariation',
    score: 10,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
export function totalVariation(I: any): any {
  return tf.tidy(() => {
    const [H, W] = I.shape, sign = (a: any, b: any) => a.greater(b).toInt().sub(a.less(b).toInt());
    const a = I.slice([0, 0], [H - 1, W]), b = I.slice([1, 0], [H - 1, W]), c = I.slice([0, 0], [H, W - 1]), d = I.slice([0, 1], [H, W - 1]);
    const v = sign(a, b), h = sign(c, d);
    const dImage = v.pad([[0, 1], [0, 0]]).sub(v.pad([[1, 0], [0, 0]])).add(h.pad([[0, 0], [0, 1]])).sub(h.pad([[0, 0], [1, 0]]));
    return { penalty: a.sub(b).abs().sum().add(c.sub(d).abs().sum()), dImage };
  });
}`,
  },
];
