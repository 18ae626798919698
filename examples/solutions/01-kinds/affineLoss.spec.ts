import type { Scalar } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';
import {
  altered,
  defineExercise,
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  type Random,
  randomCase,
  reference,
  tensor,
  type ValueRecord,
} from 'descent/author';
import * as alternatives from './alternatives';
import { affineLoss as solution } from './kinds';

const layer = (random: Random, n: number, d: number, c: number): ValueRecord => ({
  X: random.normal([n, d]),
  W: random.normal([d, c]),
  b: random.normal([c]),
  targets: random.normal([n, c]),
});

/** A gradient check with respect to one argument; several of them need ids. */
const gradientBy = (of: 'X' | 'W' | 'b'): ReturnType<typeof gradient> =>
  gradient({ points: 1, id: `gradientBy${of}`, loss: 'loss', gradient: `d${of}`, of });

export const affineLoss = defineExercise({
  name: 'affineLoss',
  arguments: ['X', 'W', 'b', 'targets'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { X: tensor([[1, 2]]), W: tensor([[1], [1]]), b: tensor([0]), targets: tensor([[1]]) }),
    randomCase('batch', (random) => layer(random, 4, 3, 2)),
    randomCase('wide', (random) => layer(random, 2, 3, 5), { label: 'there are more outputs than features' }),
    randomCase('large', (random) => layer(random, 11, 12, 13), { label: 'all sizes are above ten' }),
  ],
  checks: [
    reference('loss', { points: 1.5 }),
    ...['dX', 'dW', 'db'].map((field) => reference(field, { points: 1.5 })),
    ...(['X', 'W', 'b'] as const).map(gradientBy),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    { id: 'bias-ignored', make: altered(solution, (_, X, W, b, targets) => solution(X, W, tf.zerosLike(b), targets)) },
    {
      id: 'not-divided-by-n',
      make: altered(solution, ({ dX, dW, db }, X) => ({
        dX: dX.mul(X.shape[0]),
        dW: dW.mul(X.shape[0]),
        db: db.mul(X.shape[0]),
      })),
    },
    { id: 'mean-for-db', make: altered(solution, ({ db }, X) => ({ db: db.div(X.shape[0]) })) },
    { id: 'whole-for-half', make: altered(solution, ({ loss }) => ({ loss: loss.mul(2) })) },
    { id: 'dw-sign', make: altered(solution, ({ dW }) => ({ dW: dW.neg() })) },
  ],
  alternatives: alternatives.affineLoss,
  witnesses: [
    {
      name: 'tf.grads',
      compute: (X, W, b, targets) => {
        const loss = (x: tf.Tensor, w: tf.Tensor, bias: tf.Tensor): Scalar =>
          x
            .matMul(w)
            .add(bias)
            .sub(targets)
            .square()
            .sum()
            .div(2 * X.shape[0]);
        const [dX, dW, db] = tf.grads(loss)([X, W, b]);
        return { loss: loss(X, W, b), dX, dW, db };
      },
    },
  ],
  forbidden: libraryAnswers,
});
