import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  altered,
  defineExercise,
  filled,
  fixedCase,
  gradient,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  sign,
  tensor,
  tidied,
} from 'descent/author';
import { crossEntropyByGather, crossEntropyByLoops, crossEntropyByPairs } from './alternatives';
import { drawn, drawnExtremes, extreme, extremeScores, highScores, lowScores } from './cases';
import { crossEntropy as solution, softmax } from './losses';
import {
  batchMax,
  crossEntropyAfter,
  crossEntropyFrom,
  crossEntropyOn,
  noShift,
  softmaxWith,
  truthOf,
} from './mistakes';

const moderate = ['by-hand', 'random', 'square', 'one-row', 'two-classes', 'one-class-only', 'zero-scores'];

const atLeast = (epsilon: number): (() => typeof solution) =>
  crossEntropyFrom(softmax, (p) => p.maximum(epsilon).log());
const plus = (epsilon: number): (() => typeof solution) => crossEntropyFrom(softmax, (p) => p.add(epsilon).log());

export const crossEntropy = defineExercise({
  name: 'crossEntropy',
  arguments: ['scores', 'y'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { scores: tensor([[3, 1, 0.2]]), y: labels([0]) }),
    randomCase('random', (random) => drawn(random, [12, 11])),
    randomCase('square', (random) => drawn(random, [3, 3]), { label: 'N = C' }),
    randomCase('one-row', (random) => drawn(random, [1, 5]), { label: 'N = 1' }),
    randomCase('two-classes', (random) => drawn(random, [5, 2]), { label: 'C = 2' }),
    randomCase('one-class-only', (random) => ({ ...drawn(random, [5, 3]), y: labels([0, 0, 0, 0, 0]) }), {
      label: 'all labels are 0',
    }),
    fixedCase(
      'zero-scores',
      { scores: filled([2, 4], 0), y: labels([1, 3]) },
      { label: 'all scores are 0, so the loss is ln C' },
    ),
    fixedCase(
      'nearly-certain',
      {
        scores: tensor([
          [10, -5, -5],
          [-5, 10, -5],
        ]),
        y: labels([0, 0]),
      },
      { label: 'one class is nearly certain' },
    ),
    fixedCase('high-scores', { scores: highScores, y: labels([2, 1]) }, { label: 'all scores are near 1,000' }),
    fixedCase('low-scores', { scores: lowScores, y: labels([1]) }, { label: 'all scores are near −1,000' }),
    fixedCase('extreme-scores', { scores: extremeScores, y: labels([1, 0, 2]) }, { label: 'scores reach ±10,000' }),
    randomCase('random-extremes', (random) => ({ scores: drawnExtremes(random), y: random.labels(3, 4) }), {
      label: 'scores reach ±10,000',
    }),
  ],
  checks: [
    reference('loss', { points: 2, on: [...moderate, 'nearly-certain'] }),
    reference('dScores', { points: 2, on: [...moderate, 'nearly-certain'] }),
    reference('loss', { id: 'lossOfExtremeScores', points: 1, on: extreme }),
    reference('dScores', { id: 'dScoresOfExtremeScores', points: 1, on: extreme }),
    gradient({ points: 1.5, loss: 'loss', gradient: 'dScores', of: 'scores', on: moderate }),
    property('unchangedUnder', { points: 1, transform: 'addConstantToEachRow', argument: 'scores', on: moderate }),
    property('rowsSumTo', { points: 0.5, field: 'dScores', sum: 0, on: moderate }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    { id: 'no-max-subtraction', make: crossEntropyFrom(softmaxWith(noShift)()) },
    {
      id: 'no-max-in-log-sum',
      make: altered(solution, (_, scores, y) => ({ loss: crossEntropyAfter(noShift)(scores, y).loss })),
    },
    { id: 'batch-max', make: () => crossEntropyAfter(batchMax) },
    { id: 'batch-max-in-probabilities', make: crossEntropyFrom(softmaxWith(batchMax)()) },
    { id: 'softmax-of-columns', make: crossEntropyFrom((scores) => tf.softmax(scores.transpose()).transpose()) },
    { id: 'log-of-zero', make: crossEntropyFrom(softmax) },
    {
      id: 'zero-times-log-of-zero',
      make: altered(solution, (_, scores, y) => ({
        loss: softmax(scores).log().mul(truthOf(scores, y)).sum(1).mean().neg(),
      })),
    },
    {
      id: 'log-of-a-clipped-probability',
      make: atLeast(1e-10),
      fails: ['lossOfExtremeScores'],
      holds: sign('constantInFormula', { formula: 'clippedProbability', field: 'loss' }),
    },
    {
      id: 'log-plus-a-constant',
      make: plus(1e-10),
      fails: ['lossOfExtremeScores'],
      holds: sign('constantInFormula', { formula: 'addedToProbability', field: 'loss' }),
    },
    { id: 'loss-not-divided', make: altered(solution, ({ loss }, scores) => ({ loss: loss.mul(scores.shape[0]) })) },
    {
      id: 'gradient-not-divided',
      make: altered(solution, ({ dScores }, scores) => ({ dScores: dScores.mul(scores.shape[0]) })),
    },
    {
      id: 'sum-for-mean',
      make: altered(solution, ({ loss, dScores }, { shape: [n] }) => ({ loss: loss.mul(n), dScores: dScores.mul(n) })),
    },
    {
      id: 'loss-divided-by-classes',
      make: altered(solution, ({ loss }, scores) => ({ loss: loss.div(scores.shape[1]) })),
    },
    {
      id: 'log-to-the-base-2',
      make: altered(solution, ({ loss }) => ({ loss: loss.div(Math.LN2) })),
    },
    { id: 'loss-sign', make: altered(solution, ({ loss }) => ({ loss: loss.neg() })) },
    { id: 'gradient-sign', make: altered(solution, ({ dScores }) => ({ dScores: dScores.neg() })) },
    {
      id: 'one-added-in-gradient',
      make: altered(solution, (_, scores, y) => ({
        dScores: softmax(scores).add(truthOf(scores, y)).div(scores.shape[0]),
      })),
    },
    {
      id: 'gradient-without-one',
      make: altered(solution, (_, scores) => ({ dScores: softmax(scores).div(scores.shape[0]) })),
    },
    {
      id: 'gradient-of-true-class-only',
      make: altered(solution, ({ dScores }, scores, y) => ({ dScores: dScores.mul(truthOf(scores, y)) })),
    },
    { id: 'probabilities-for-gradient', make: altered(solution, (_, scores) => ({ dScores: softmax(scores) })) },
    { id: 'transposed-gradient', make: altered(solution, ({ dScores }) => ({ dScores: dScores.transpose() })) },
  ],
  buildsOn: { softmax: (neighbour) => crossEntropyOn(neighbour as typeof softmax) },
  alternatives: {
    'loops over rows': crossEntropyByLoops,
    'differences to the true score': crossEntropyByPairs,
    'gathered log-probabilities': crossEntropyByGather,
  },
  witnesses: [
    {
      name: 'tf.losses.softmaxCrossEntropy and tf.grad',
      compute: tidied((scores: Tensor2D, y: Tensor1D) => {
        const loss = (s: tf.Tensor): Scalar => tf.losses.softmaxCrossEntropy(truthOf(scores, y), s);
        return { loss: loss(scores), dScores: tf.grad(loss)(scores) };
      }),
    },
  ],
  forbidden: libraryAnswers,
});
