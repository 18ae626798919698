import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  property,
  type Random,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { invertedDropout as solution } from './beyond';
import { forbidden } from './mistakes';

const bits = (random: Random, length: number): number[] => Array.from({ length }, () => random.integer(0, 1));

export const invertedDropout = defineExercise({
  name: 'invertedDropout',
  arguments: ['x', 'keep', 'mask'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { x: tensor([4, 2]), keep: 0.8, mask: tensor([1, 0]) }),
    randomCase('matrix', (random) => ({
      x: random.normal([3, 4]),
      keep: random.number(0.6, 0.9),
      mask: tensor([bits(random, 4), bits(random, 4), [1, 0, 1, 1]]),
    })),
    randomCase(
      'cube',
      (random) => ({
        x: random.normal([2, 2, 3]),
        keep: random.number(0.1, 0.4),
        mask: tensor([
          [bits(random, 3), [0, 1, 0]],
          [bits(random, 3), bits(random, 3)],
        ]),
      }),
      { label: 'x has rank 3' },
    ),
    randomCase('scalar', (random) => ({ x: tensor(random.number(1, 3)), keep: 0.7, mask: tensor(1) }), {
      label: 'x is a scalar',
    }),
    randomCase('all-kept', (random) => ({ x: random.normal([5]), keep: 0.75, mask: filled([5], 1) }), {
      label: 'all elements are kept',
    }),
    randomCase('all-dropped', (random) => ({ x: random.normal([4]), keep: 0.75, mask: filled([4], 0) }), {
      label: 'all elements are dropped',
    }),
    randomCase('no-dropout', (random) => ({ x: random.normal([2, 3]), keep: 1, mask: filled([2, 3], 1) }), {
      label: 'keep is 1',
    }),
  ],
  checks: [
    reference(undefined, { points: 7.5 }),
    property('scalesWith', { points: 1, argument: 'x', factor: 3, power: 1 }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'not-scaled': (x, _, mask) => x.mul(mask),
    'multiplied-by-keep': (x, keep, mask) => x.mul(mask).mul(keep),
    'divided-by-dropped-share': (x, keep, mask) => x.mul(mask).div(1 - keep),
    'multiplied-by-dropped-share': (x, keep, mask) => x.mul(mask).mul(1 - keep),
    'mask-inverted': (x, keep, mask) => x.mul(tf.sub(1, mask)).div(keep),
    'mask-ignored': (x, keep) => x.div(keep),
    'divided-by-what-the-mask-kept': (x, _, mask) => x.mul(mask).div(mask.mean()),
    'mask-scaled-twice': (x, keep, mask) => x.mul(mask).div(keep).div(keep),
    'kept-unscaled-after-dropping': (x, keep, mask) =>
      x.mul(tf.where(mask.equal(1), mask, tf.fill(mask.shape, 1 - keep))),
  }),
  alternatives: alternatives.invertedDropout,
  witnesses: [
    {
      name: 'tf.grad of half the squared activations that are kept',
      compute: (x, keep, mask) =>
        tf.grad((activations: Tensor) =>
          activations
            .square()
            .mul(mask)
            .sum()
            .div(2 * keep),
        )(x),
    },
  ],
  forbidden,
});
