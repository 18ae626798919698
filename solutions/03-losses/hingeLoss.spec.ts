import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss } from 'descent';
import {
  altered,
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
import { hingeLossByLoops, hingeLossByWhere } from './alternatives';
import { hingeLoss as solution } from './losses';
import { truthOf } from './mistakes';

interface Parts {
  readonly n: number;
  readonly classes: number;
  readonly scores: Tensor2D;
  readonly truth: Tensor2D;
  /** (N, C), 0 at each true class */
  readonly margins: Tensor2D;
  /** (N, C), 1 where a margin is violated */
  readonly unmet: Tensor;
}

/** Creates the solution with some fields replaced, computed from its parts. */
function varied(
  change: (parts: Parts, right: ScoresLoss) => { readonly loss?: Tensor; readonly dScores?: Tensor },
): () => typeof solution {
  return altered(solution, (right, scores, y, delta) => {
    const [n, classes] = scores.shape;
    const truth = truthOf(scores, y);
    const margins = scores.sub(scores.mul(truth).sum(1, true)).add(delta).mul<Tensor2D>(tf.sub(1, truth));
    return change({ n, classes, scores, truth, margins, unmet: margins.greater(0).toFloat() }, right);
  });
}

const drawn = (random: Random, [n, c]: readonly [n: number, c: number]): Inputs => ({
  scores: random.normal([n, c], { scale: 2 }),
  y: random.labels(n, c),
  delta: 1,
});

/** Gradient with `pull` for the other classes and minus their sum for the true class. */
const balanced = (pull: Tensor, { truth, n }: Parts): Tensor => pull.sub(truth.mul(pull.sum(1, true))).div(n);

const onlyLargest = ({ margins, classes }: Parts): Tensor =>
  margins.relu().mul(tf.oneHot(margins.argMax(1), classes, 1, 0, 'float32'));

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

export const hingeLoss = defineExercise({
  name: 'hingeLoss',
  arguments: ['scores', 'y', 'delta'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { scores: tensor([[2, 5, 1.5, -1]]), y: labels([0]), delta: 1 }),
    randomCase('random', (random) => drawn(random, [12, 11])),
    randomCase('square', (random) => drawn(random, [3, 3]), { label: 'N = C' }),
    randomCase('one-row', (random) => drawn(random, [1, 5]), { label: 'N = 1' }),
    randomCase('two-classes', (random) => drawn(random, [5, 2]), { label: 'C = 2' }),
    randomCase('one-class-only', (random) => ({ ...drawn(random, [5, 3]), y: labels([0, 0, 0, 0, 0]) }), {
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
      { label: 'scores are whole numbers', copies: { public: 0, hidden: 2 } },
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
  mistakes: [
    {
      id: 'true-class-counted',
      make: altered(solution, ({ loss }, _scores, _y, delta) => ({ loss: loss.add(delta) })),
    },
    { id: 'true-class-pulled-once', make: varied(({ unmet, truth, n }) => ({ dScores: unmet.sub(truth).div(n) })) },
    { id: 'true-class-not-pulled', make: varied(({ unmet, n }) => ({ dScores: unmet.div(n) })) },
    {
      id: 'tie-counts-as-unmet',
      make: varied((parts) => ({
        dScores: balanced(parts.margins.greaterEqual(0).toFloat().mul(tf.sub(1, parts.truth)), parts),
      })),
    },
    { id: 'loss-not-divided', make: varied(({ n }, { loss }) => ({ loss: loss.mul(n) })) },
    { id: 'gradient-not-divided', make: varied(({ n }, { dScores }) => ({ dScores: dScores.mul(n) })) },
    {
      id: 'sum-for-mean',
      make: varied(({ n }, { loss, dScores }) => ({ loss: loss.mul(n), dScores: dScores.mul(n) })),
    },
    { id: 'loss-divided-by-classes', make: varied(({ classes }, { loss }) => ({ loss: loss.div(classes) })) },
    { id: 'zero-delta-replaced', make: () => (scores, y, delta) => solution(scores, y, delta || 1) },
    { id: 'no-delta', make: () => (scores, y) => solution(scores, y, 0) },
    { id: 'delta-always-one', make: () => (scores, y) => solution(scores, y, 1) },
    { id: 'delta-subtracted', make: () => (scores, y, delta) => solution(scores, y, -delta) },
    {
      id: 'scores-swapped',
      make: () => tidied((scores: Tensor2D, y: Tensor1D, delta: number) => solution(scores.neg(), y, delta)),
    },
    {
      id: 'margin-turned',
      make: () =>
        tidied((scores: Tensor2D, y: Tensor1D, delta: number) => {
          const { loss, dScores } = solution(scores.neg(), y, delta);
          return { loss, dScores: dScores.neg() };
        }),
    },
    {
      id: 'no-maximum-with-zero',
      make: varied((parts) => ({
        loss: parts.margins.sum().div(parts.n),
        dScores: balanced(tf.sub(1, parts.truth), parts),
      })),
    },
    { id: 'no-maximum-in-loss', make: varied(({ margins, n }) => ({ loss: margins.sum().div(n) })) },
    { id: 'every-rival-pushed', make: varied((parts) => ({ dScores: balanced(tf.sub(1, parts.truth), parts) })) },
    { id: 'pushed-by-margin', make: varied((parts) => ({ dScores: balanced(parts.margins.relu(), parts) })) },
    {
      id: 'squared',
      make: varied((parts) => ({
        loss: parts.margins.relu().square().sum().div(parts.n),
        dScores: balanced(parts.margins.relu().mul(2), parts),
      })),
    },
    {
      id: 'largest-margin-only',
      make: varied((parts) => ({
        loss: onlyLargest(parts).sum().div(parts.n),
        dScores: balanced(onlyLargest(parts).step(), parts),
      })),
    },
    { id: 'gradient-sign', make: varied((_, { dScores }) => ({ dScores: dScores.neg() })) },
    { id: 'transposed-gradient', make: varied((_, { dScores }) => ({ dScores: dScores.transpose() })) },
  ],
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
