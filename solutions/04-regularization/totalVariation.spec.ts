import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
} from 'descent/author';
import * as alternatives from './alternatives';
import {
  croppedDifferences,
  meanOfDirections,
  perPixel,
  rowDifferences,
  variation,
  wrappedVariation,
} from './imageMistakes';
import { mistake, signWithoutZero } from './mistakes';
import * as solution from './regularization';

const withoutTies = ['image', 'square', 'row', 'column'];

export const totalVariation = defineExercise({
  name: 'totalVariation',
  arguments: ['image'],
  reference: solution.totalVariation,
  cases: [
    fixedCase('by-hand', {
      image: tensor([
        [1, 3, 2],
        [4, 4, 0],
      ]),
    }),
    randomCase('image', (random) => ({ image: random.normal([11, 3]) })),
    randomCase('square', (random) => ({ image: random.normal([3, 3]) }), { label: 'the image is square' }),
    randomCase('row', (random) => ({ image: random.normal([1, 6]) }), { label: 'the image is one row' }),
    randomCase('column', (random) => ({ image: random.normal([5, 1]) }), { label: 'the image is one column' }),
    fixedCase('pixel', { image: tensor([[2.5]]) }, { label: 'the image is one pixel' }),
    fixedCase('flat', { image: filled([3, 4], 0.7) }, { label: 'all pixels are equal' }),
    fixedCase(
      'ties',
      {
        image: tensor([
          [0, 0, 1, 1],
          [0, 2, 2, 1],
          [3, 2, 2, 2],
        ]),
      },
      { label: 'many neighbouring pixels are equal' },
    ),
  ],
  checks: [
    reference('penalty', { points: 3 }),
    reference('dImage', { points: 3.5 }),
    gradient({ points: 1, loss: 'penalty', gradient: 'dImage', of: 'image', kinks: true, on: withoutTies }),
    property('unchangedUnder', { points: 0.5, transform: 'addConstant', argument: 'image' }),
    property('unchangedUnder', {
      points: 0.5,
      id: 'unchangedUnderTranspose',
      transform: 'transpose',
      argument: 'image',
      fields: ['penalty'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    mistake('wraps-around', wrappedVariation),
    mistake('gradient-counts-once', variation({ second: 0 })),
    mistake('gradient-counts-once-behind', variation({ first: 0 })),
    mistake('penalty-counts-twice', variation({ measure: (pairs) => tf.mul(2, tf.abs(pairs)) })),
    mistake('sign-of-zero-plus', variation({ slope: signWithoutZero })),
    mistake('squared-differences', variation({ measure: tf.square, slope: (pairs) => tf.mul(2, pairs) })),
    mistake('mean-over-pixels', perPixel({ gradientToo: true })),
    mistake('penalty-over-pixels', perPixel({ gradientToo: false })),
    mistake('mean-of-each-direction', meanOfDirections),
    mistake('down-only', variation({ directions: ['down'] })),
    mistake('border-pairs-lost', variation({ pairs: croppedDifferences })),
    mistake('gradient-reversed', variation({ second: -1, first: -1 })),
  ],
  alternatives: alternatives.totalVariation,
  witnesses: [
    {
      // In tfjs the slope of |d| at 0 is −1.
      name: 'tf.grad of the shifted differences',
      compute: (image) => {
        const along = (pixels: Tensor): Tensor => tf.sum(tf.abs(rowDifferences(pixels as Tensor2D)));
        return { dImage: tf.grad((pixels) => tf.add(along(pixels), along(tf.transpose(pixels))))(image) };
      },
      on: ['image', 'square'],
    },
    {
      name: 'tf.conv2d with the filter [1, −1]',
      compute: (image) => {
        const [height, width] = image.shape;
        const along = (h: number, w: number): Tensor =>
          tf.sum(
            tf.abs(
              tf.conv2d(
                image.reshape([1, height, width, 1]) as tf.Tensor4D,
                tf.tensor4d([1, -1], [h, w, 1, 1]),
                1,
                'valid',
              ),
            ),
          );
        return { penalty: tf.add(along(2, 1), along(1, 2)) };
      },
      on: ['by-hand', 'image', 'square', 'flat', 'ties'],
    },
  ],
  forbidden: libraryAnswers,
});
