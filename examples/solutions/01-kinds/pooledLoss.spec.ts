import type { Scalar, Tensor4D } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';
import {
  altered,
  defineExercise,
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import { pooledLoss as solution } from './kinds';

const meanOfPatches = (images: tf.Tensor): Tensor4D => tf.avgPool(images as Tensor4D, 2, 2, 'valid');

export const pooledLoss = defineExercise({
  name: 'pooledLoss',
  arguments: ['images'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      images: tensor([
        [
          [[1], [3]],
          [[5], [7]],
        ],
      ]),
    }),
    randomCase('batch', (random) => ({ images: random.normal([2, 6, 4, 3]) })),
    randomCase('wide', (random) => ({ images: random.normal([4, 2, 6, 2]) }), { label: 'images are wider than high' }),
    randomCase('many', (random) => ({ images: random.normal([11, 4, 2, 1]) }), {
      label: 'there are more than ten images',
    }),
  ],
  checks: [
    reference('pooled', { points: 3 }),
    reference('loss', { points: 2 }),
    reference('dImages', { points: 2.5 }),
    gradient({ points: 1.5, loss: 'loss', gradient: 'dImages', of: 'images' }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    { id: 'gradient-without-share', make: altered(solution, ({ dImages }) => ({ dImages: dImages.mul(4) })) },
    {
      id: 'sum-for-mean',
      make: altered(solution, ({ pooled, loss }) => ({
        pooled: pooled.mul(4),
        loss: loss.mul(16),
      })),
    },
    { id: 'whole-for-half', make: altered(solution, ({ loss }) => ({ loss: loss.mul(2) })) },
    {
      id: 'largest-for-mean',
      make: altered(solution, (_, images) => {
        const pooled = tf.maxPool(images, 2, 2, 'valid');
        return { pooled, loss: pooled.square().sum().div(2) };
      }),
    },
  ],
  alternatives: alternatives.pooledLoss,
  witnesses: [
    {
      name: 'tf.avgPool and tf.grad',
      compute: (images) => {
        const loss = (one: tf.Tensor): Scalar => meanOfPatches(one).square().sum().div(2);
        return { pooled: meanOfPatches(images), loss: loss(images), dImages: tf.grad(loss)(images) };
      },
    },
  ],
  forbidden: [...libraryAnswers, 'tf.avgPool', 'tensor.avgPool', 'tf.pool', 'tensor.pool', 'tf.layers.*'],
});
