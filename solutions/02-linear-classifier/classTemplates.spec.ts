import * as tf from '@tensorflow/tfjs';
import {
  defineExercise,
  failing,
  fixedCase,
  type Inputs,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  reference,
  sign,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { classTemplates as solution } from './linear-classifier';
import { orOne, templatesWith } from './mistakes';

const drawn = (random: Random, classes: number, imageShape: readonly [number, number, number], scale = 1): Inputs => ({
  W: random.normal([classes, imageShape[0] * imageShape[1] * imageShape[2]], { scale }),
  imageShape,
});
const ordinary = ['by-hand', 'grey', 'colour', 'square', 'one-class'];
const flat = ['constant-class', 'zero-class'];

export const classTemplates = defineExercise({
  name: 'classTemplates',
  arguments: ['W', 'imageShape'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { W: tensor([[-1, 0, 3]]), imageShape: [1, 3, 1] }),
    randomCase('grey', (random) => drawn(random, 11, [1, 4, 1])),
    randomCase('colour', (random) => drawn(random, 2, [3, 2, 3]), { label: 'there are three channels' }),
    randomCase('square', (random) => drawn(random, 3, [3, 3, 3], 2), { label: 'C = height = width = channels' }),
    randomCase('one-class', (random) => drawn(random, 1, [2, 3, 2]), { label: 'C = 1' }),
    randomCase('negative', (random) => ({ W: random.uniform([2, 6], -9, -4), imageShape: [3, 2, 1] }), {
      label: 'all weights are negative',
    }),
    randomCase('tiny', (random) => drawn(random, 2, [2, 2, 2], 1e-8), { label: 'all weights are about 1e-8' }),
    randomCase(
      'constant-class',
      (random) => {
        const varied = (): number[] => [1, 2, 3, 4].map(() => random.number(-1, 1));
        return { W: tensor([varied(), [0.7, 0.7, 0.7, 0.7], varied()]), imageShape: [2, 2, 1] };
      },
      { label: 'all weights of one class are equal', reserved: true },
    ),
    fixedCase(
      'zero-class',
      {
        W: tensor([
          [0, 0, 0],
          [0, 5, 2],
        ]),
        imageShape: [1, 1, 3],
      },
      { label: 'all weights of one class are 0', reserved: true },
    ),
  ],
  checks: [
    reference(undefined, { points: 5.5 }),
    reference(undefined, { id: 'constantClass', points: 2, on: flat }),
    property('unchangedUnder', { points: 1, transform: 'addConstant', argument: 'W', on: ordinary }),
    property('scalesWith', { points: 0.5, argument: 'W', factor: 3, power: 0, on: ordinary }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    {
      ...failing('epsilon-in-the-range', [], templatesWith({ divisor: (range) => range.add(1e-6) })),
      holds: sign('constantInFormula', { formula: 'addedToRange' }),
    },
    ...wrong<typeof solution>({
      'stretched-together': templatesWith({ lowest: (W) => W.min(), highest: (W) => W.max() }),
      'constant-class-divides-by-zero': templatesWith({ divisor: (range) => range }),
      'stretched-pixel-by-pixel': templatesWith({ lowest: (W) => W.min(0), highest: (W) => W.max(0) }),
      'stretched-channel-by-channel': (W, [height, width, channels]) => {
        const images = W.reshape<tf.Tensor3D>([-1, height * width, channels]).transpose([0, 2, 1]);
        const stretched = templatesWith({})(images.reshape([-1, height * width]), [height, width, 1]);
        return stretched.reshape([-1, channels, height, width]).transpose<tf.Tensor4D>([0, 2, 3, 1]);
      },
      'up-to-one': templatesWith({ top: 1 }),
      'up-to-256': templatesWith({ top: 256 }),
      rounded: (W, imageShape) => templatesWith({})(W, imageShape).round(),
      'rounded-down': (W, imageShape) => templatesWith({})(W, imageShape).floor(),
      'minimum-not-subtracted': templatesWith({ lowest: (W) => tf.zeros([W.shape[0], 1]) }),
      'minimum-left-in': (W, imageShape) => {
        const range = W.max(1, true).sub(W.min(1, true));
        return W.div(orOne(range))
          .mul(255)
          .reshape([-1, ...imageShape]);
      },
      'divided-by-maximum': (W, imageShape) =>
        W.sub(W.min(1, true))
          .div(W.max(1, true))
          .mul(255)
          .reshape([-1, ...imageShape]),
      'around-middle-grey': (W, imageShape) =>
        W.div(W.abs().max(1, true))
          .add(1)
          .mul(127.5)
          .reshape([-1, ...imageShape]),
      'channels-first': templatesWith({
        shape: (stretched, [height, width, channels]) =>
          stretched.reshape([-1, channels, height, width]).transpose([0, 2, 3, 1]),
      }),
      'columns-first': templatesWith({
        shape: (stretched, [height, width, channels]) =>
          stretched.reshape([-1, width, height, channels]).transpose([0, 2, 1, 3]),
      }),
      'width-before-height': templatesWith({
        shape: (stretched, [height, width, channels]) => stretched.reshape([-1, width, height, channels]),
      }),
      'not-shaped': templatesWith({ shape: (stretched) => stretched }),
    }),
  ],
  alternatives: alternatives.classTemplates,
  witnesses: [
    {
      name: 'tf.topk for the extremes, and tf.divNoNan',
      compute: (W, imageShape) => {
        const sorted = tf.topk(W, W.shape[1]).values; // descending
        const lowest = sorted.slice([0, W.shape[1] - 1], [-1, 1]);
        return tf
          .divNoNan(tf.mul(255, tf.sub(W, lowest)), tf.sub(sorted.slice([0, 0], [-1, 1]), lowest))
          .reshape([-1, ...imageShape]);
      },
    },
  ],
  forbidden: libraryAnswers,
});
