import * as tf from '@tensorflow/tfjs';
import type { Tensor4D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { flipHorizontally as solution } from './beyond';
import { forbidden } from './mistakes';

const reversed =
  (...axes: number[]): typeof solution =>
  (images) =>
    images.reverse(axes);

export const flipHorizontally = defineExercise({
  name: 'flipHorizontally',
  arguments: ['images'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      images: tensor([
        [
          [[1], [2]],
          [[3], [4]],
        ],
      ]),
    }),
    randomCase('colour', (random) => ({ images: random.normal([2, 3, 4, 3]) })),
    randomCase('grey', (random) => ({ images: random.normal([11, 1, 3, 1]) }), { label: 'C = 1' }),
    randomCase('square', (random) => ({ images: random.normal([3, 3, 3, 3]) }), { label: 'N = H = W = C' }),
    randomCase('one-image', (random) => ({ images: random.normal([1, 4, 3, 2]) }), { label: 'N = 1' }),
    randomCase('one-row', (random) => ({ images: random.normal([2, 1, 4, 3]) }), { label: 'H = 1' }),
    randomCase('one-column', (random) => ({ images: random.normal([2, 3, 1, 3]) }), {
      label: 'W = 1, so nothing moves',
    }),
  ],
  checks: [reference(undefined, { points: 8.5 }), leavesInputsAlone({ points: 1 }), leavesNoTensors({ points: 0.5 })],
  mistakes: wrong<typeof solution>({
    'upside-down': reversed(1),
    'channels-reversed': reversed(3),
    'images-reversed': reversed(0),
    'half-a-turn': reversed(1, 2),
    'columns-and-channels-reversed': reversed(2, 3),
    'everything-reversed': reversed(0, 1, 2, 3),
    'not-flipped': (images) => images.clone(),
    'transposed-images': (images) => images.transpose([0, 2, 1, 3]),
    'turned-by-a-quarter': (images) => images.transpose<Tensor4D>([0, 2, 1, 3]).reverse(2),
    'shifted-by-one': (images) => {
      const columns = tf.unstack(images, 2);
      return tf.stack([...columns.slice(1), ...columns.slice(0, 1)], 2) as Tensor4D;
    },
  }),
  alternatives: alternatives.flipHorizontally,
  witnesses: [{ name: 'tf.image.flipLeftRight', compute: (images) => tf.image.flipLeftRight(images) }],
  forbidden,
});
