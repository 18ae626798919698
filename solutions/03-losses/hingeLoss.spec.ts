import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  gradient,
  hiddenOnly,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
  tidied,
} from 'descent/author';
import { hingeLossByLoops, hingeLossByWhere } from './alternatives';
import { drawn } from './cases';
import { hingeMistakes } from './hingeMistakes';
import { hingeLoss as solution } from './losses';
import { truthOf } from './mistakes';

const smooth = [
  'by-hand',
  'random',
  'square',
  'one-row',
  'two-classes',
  'one-class-only',
  'zero-scores',
  'no-margin',
  'wide-margin',
  'narrow-margin',
  'all-met',
];
const ties = ['ties', 'random-ties'];

export const hingeLoss = defineExercise<typeof solution>({
  name: 'hingeLoss',
  arguments: ['scores', 'y', 'delta'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { scores: tensor([[2, 5, 1.5, -1]]), y: labels([0]), delta: 1 }),
    randomCase('random', (random) => ({ ...drawn(random, [12, 11]), delta: 1 })),
    randomCase('square', (random) => ({ ...drawn(random, [3, 3]), delta: 1 }), { label: 'N = C' }),
    randomCase('one-row', (random) => ({ ...drawn(random, [1, 5]), delta: 1 }), { label: 'N = 1' }),
    randomCase('two-classes', (random) => ({ ...drawn(random, [5, 2]), delta: 1 }), { label: 'C = 2' }),
    randomCase('one-class-only', (random) => ({ ...drawn(random, [5, 3]), y: labels([0, 0, 0, 0, 0]), delta: 1 }), {
      label: 'all labels are 0',
    }),
    fixedCase('zero-scores', { scores: filled([2, 4], 0), y: labels([1, 3]), delta: 1 }, { label: 'all scores are 0' }),
    randomCase('no-margin', (random) => ({ ...drawn(random, [4, 3]), delta: 0 }), { label: 'delta is 0' }),
    randomCase('wide-margin', (random) => ({ ...drawn(random, [4, 3]), delta: 2.5 }), { label: 'delta is 2.5' }),
    randomCase('narrow-margin', (random) => ({ ...drawn(random, [3, 5]), delta: 0.25 }), { label: 'delta is 0.25' }),
    fixedCase(
      'all-met',
      {
        scores: tensor([
          [9, 2, 1],
          [-3, 4, -8],
        ]),
        y: labels([0, 1]),
        delta: 1,
      },
      { label: 'every margin is met' },
    ),
    fixedCase(
      'ties',
      {
        scores: tensor([
          [1, 0, 2],
          [0, -1, -1],
          [3, 3, 2],
        ]),
        y: labels([0, 0, 1]),
        delta: 1,
      },
      { label: 'some margins are exactly 0' },
    ),
    randomCase(
      'random-ties',
      (random) => {
        const row = (): number[] => [1, 2, 3].map(() => random.integer(-2, 2));
        return { scores: tensor([row(), row(), row(), row(), row()]), y: random.labels(5, 3), delta: 1 };
      },
      { label: 'scores are whole numbers', copies: hiddenOnly },
    ),
  ],
  checks: [
    reference('loss', { points: 2.5 }),
    reference('dScores', { points: 2.5, on: smooth }),
    reference('dScores', { id: 'dScoresAtTies', points: 1, on: ties }),
    gradient({ points: 1.5, loss: 'loss', gradient: 'dScores', of: 'scores', kinks: true, on: smooth }),
    property('unchangedUnder', { points: 1, transform: 'addConstantToEachRow', argument: 'scores', on: smooth }),
    property('rowsSumTo', { points: 0.5, field: 'dScores', sum: 0 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: hingeMistakes,
  alternatives: { 'loops over rows': hingeLossByLoops, 'where and gather': hingeLossByWhere },
  witnesses: [
    {
      name: 'tf.grad of the loss',
      on: smooth,
      compute: tidied((scores: Tensor2D, y: Tensor1D, delta: number) => {
        const truth = truthOf(scores, y);
        const loss = (s: Tensor): Scalar => {
          const margins = tf.relu(s.sub(s.mul(truth).sum(1, true)).add(delta));
          return margins.sum(1).sub(delta).mean(); // the true class's own margin is delta
        };
        return { loss: loss(scores), dScores: tf.grad(loss)(scores) };
      }),
    },
    {
      name: 'tf.losses.hingeLoss of two classes',
      on: ['two-classes'],
      compute: (scores, y) => tf.tidy(() => ({ loss: tf.losses.hingeLoss(y.toFloat(), scores.mul([-1, 1]).sum(1)) })),
    },
  ],
  forbidden: libraryAnswers,
});
