import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  gradient,
  type Inputs,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  reference,
  tensor,
  tidied,
} from 'descent/author';
import { softmaxLossByExamples, softmaxLossByLoops } from './alternatives';
import { type crossEntropy, type softmax, softmaxLoss as solution } from './losses';
import { crossEntropyOn, truthOf } from './mistakes';
import { softmaxLossMistakes, softmaxLossWith } from './softmaxLossMistakes';

/** N examples of D features and C classes, with moderate scores. */
const drawn = (random: Random, [n, d, c]: readonly [n: number, d: number, c: number], lambda: number): Inputs => ({
  W: random.normal([c, d], { scale: 0.7 }),
  x: random.normal([n, d]),
  y: random.labels(n, c),
  lambda,
});

const moderate = [
  'by-hand',
  'random',
  'square',
  'one-example',
  'two-classes',
  'one-class-only',
  'no-regularization',
  'zero-weights',
];
const extreme = ['extreme-scores', 'random-extremes'];

export const softmaxLoss = defineExercise({
  name: 'softmaxLoss',
  arguments: ['W', 'x', 'y', 'lambda'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { W: tensor([[1], [-1]]), x: tensor([[1]]), y: labels([0]), lambda: 0.1 }),
    randomCase('random', (random) => drawn(random, [12, 2, 11], 0.3)),
    randomCase('square', (random) => drawn(random, [3, 3, 3], 0.2), { label: 'N = D = C' }),
    randomCase('one-example', (random) => drawn(random, [1, 4, 3], 0.1), { label: 'N = 1' }),
    randomCase('two-classes', (random) => drawn(random, [4, 3, 2], 0.5), { label: 'C = 2' }),
    randomCase('one-class-only', (random) => ({ ...drawn(random, [4, 2, 3], 0.25), y: labels([0, 0, 0, 0]) }), {
      label: 'all labels are 0',
    }),
    randomCase('no-regularization', (random) => drawn(random, [5, 2, 4], 0), { label: 'lambda is 0' }),
    randomCase('zero-weights', (random) => ({ ...drawn(random, [4, 2, 3], 0.5), W: filled([3, 2], 0) }), {
      label: 'W is 0, so the loss is ln C',
    }),
    fixedCase(
      'extreme-scores',
      {
        W: tensor([
          [1, 0.5],
          [0.5, 1],
          [1, 1],
        ]),
        x: tensor([
          [6000, 4000],
          [-4000, -6000],
        ]),
        y: labels([0, 2]),
        lambda: 0.1,
      },
      { label: 'scores reach ±10,000' },
    ),
    randomCase(
      'random-extremes',
      (random) => {
        const row = (sign: 1 | -1): number[] => [1, 2].map(() => sign * random.number(4e3, 8e3));
        return { W: random.uniform([3, 2], 0.3, 1), x: tensor([row(1), row(-1)]), y: random.labels(2, 3), lambda: 0.1 };
      },
      { label: 'scores reach ±10,000' },
    ),
    // So many elements that a gradient is only checked along some directions.
    randomCase(
      'large',
      (random) => ({
        W: random.normal([10, 513], { scale: 0.12 }),
        x: random.normal([8, 513], { scale: 0.25 }),
        y: random.labels(8, 10),
        lambda: 1e-3,
      }),
      { label: 'C = 10 and D = 513', copies: { public: 0, hidden: 1 }, reserved: true },
    ),
  ],
  checks: [
    reference('loss', { points: 2.5, on: moderate }),
    reference('dW', { points: 2.5, on: moderate }),
    reference('loss', { id: 'lossOfExtremeScores', points: 0.5, on: extreme }),
    reference('dW', { id: 'dWOfExtremeScores', points: 0.5, on: extreme }),
    gradient({
      points: 1.5,
      loss: 'loss',
      gradient: 'dW',
      of: 'W',
      part: 'data',
      strength: 'lambda',
      on: [...moderate, 'large'],
    }),
    gradient({
      points: 1,
      loss: 'loss',
      gradient: 'dW',
      of: 'W',
      part: 'regularization',
      strength: 'lambda',
      on: moderate,
    }),
    property('unchangedUnder', {
      points: 0.5,
      transform: 'addSameRowToAllRows',
      argument: 'W',
      on: ['no-regularization'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: softmaxLossMistakes,
  buildsOn: {
    crossEntropy: (neighbour) => softmaxLossWith({ data: neighbour as typeof crossEntropy })(),
    softmax: (neighbour) => softmaxLossWith({ data: crossEntropyOn(neighbour as typeof softmax) })(),
  },
  alternatives: { 'loops over examples': softmaxLossByLoops, 'outer products of examples': softmaxLossByExamples },
  witnesses: [
    {
      name: 'tf.losses.softmaxCrossEntropy and tf.grad',
      compute: tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => {
        const truth = truthOf(tf.matMul(x, W, false, true), y);
        const loss = (w: Tensor): Scalar =>
          tf.losses
            .softmaxCrossEntropy(truth, tf.matMul(x, w as Tensor2D, false, true))
            .add(w.square().sum().mul(lambda));
        return { loss: loss(W), dW: tf.grad(loss)(W) };
      }),
    },
  ],
  forbidden: libraryAnswers,
});
