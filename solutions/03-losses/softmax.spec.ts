import * as tf from '@tensorflow/tfjs';
import type { Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  sign,
  tensor,
} from 'descent/author';
import { softmaxByLoops, softmaxByLogarithms, softmaxByPairs } from './alternatives';
import { drawnExtremes, extreme, extremeScores, highScores, lowScores } from './cases';
import { softmax as solution } from './losses';
import { batchMax, noShift, rowMax, rowSums, softmaxWith } from './mistakes';

const moderate = ['by-hand', 'random', 'square', 'one-row', 'two-classes', 'equal-scores'];

export const softmax = defineExercise({
  name: 'softmax',
  arguments: ['scores'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { scores: tensor([[3, 1, 0.2]]) }),
    randomCase('random', (random) => ({ scores: random.normal([12, 11], { scale: 2 }) })),
    randomCase('square', (random) => ({ scores: random.normal([3, 3], { scale: 2 }) }), { label: 'N = C' }),
    randomCase('one-row', (random) => ({ scores: random.normal([1, 5], { scale: 2 }) }), { label: 'N = 1' }),
    randomCase('two-classes', (random) => ({ scores: random.normal([5, 2], { scale: 2 }) }), { label: 'C = 2' }),
    fixedCase('equal-scores', { scores: filled([2, 4], 0) }, { label: 'all scores are 0' }),
    fixedCase('high-scores', { scores: highScores }, { label: 'all scores are near 1,000' }),
    fixedCase('low-scores', { scores: lowScores }, { label: 'all scores are near −1,000' }),
    fixedCase('extreme-scores', { scores: extremeScores }, { label: 'scores reach ±10,000' }),
    randomCase('random-extremes', (random) => ({ scores: drawnExtremes(random) }), { label: 'scores reach ±10,000' }),
  ],
  checks: [
    reference(undefined, { points: 5, on: moderate }),
    reference(undefined, { id: 'extremeScores', points: 2, on: extreme }),
    property('rowsSumTo', { points: 1, sum: 1, on: moderate }),
    property('unchangedUnder', { points: 1, transform: 'addConstantToEachRow', argument: 'scores', on: moderate }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    { id: 'no-max-subtraction', make: softmaxWith(noShift) },
    { id: 'batch-max', make: softmaxWith(batchMax) },
    {
      id: 'max-missing-in-the-sum',
      make: () => (scores: Tensor2D) =>
        tf.tidy(() => scores.sub(rowMax(scores)).exp().div<Tensor2D>(rowSums(scores.exp()))),
    },
    {
      id: 'sigmoids',
      make: () => (scores: Tensor2D) => tf.tidy(() => scores.sigmoid().div<Tensor2D>(rowSums(scores.sigmoid()))),
    },
    { id: 'subtracts-mean', make: softmaxWith((scores) => scores.mean(1, true)) },
    { id: 'subtracts-largest-magnitude', make: softmaxWith((scores) => scores.abs().max(1, true)) },
    { id: 'sums-columns', make: softmaxWith(rowMax, (exponentials) => exponentials.sum(0)) },
    {
      id: 'softmax-of-columns',
      make: softmaxWith(
        (scores) => scores.max(0),
        (exponentials) => exponentials.sum(0),
      ),
    },
    { id: 'sums-whole-batch', make: softmaxWith(rowMax, (exponentials) => exponentials.sum()) },
    { id: 'softmax-of-whole-batch', make: softmaxWith(batchMax, (exponentials) => exponentials.sum()) },
    { id: 'max-without-keep-dims', make: softmaxWith((scores) => scores.max(1)) },
    { id: 'sum-without-keep-dims', make: softmaxWith(rowMax, (exponentials) => exponentials.sum(1)) },
    {
      id: 'both-without-keep-dims',
      make: softmaxWith(
        (scores) => scores.max(1),
        (exponentials) => exponentials.sum(1),
      ),
    },
    {
      id: 'constant-in-the-sum',
      make: softmaxWith(rowMax, (exponentials) => rowSums(exponentials).add(1e-8)),
      fails: [],
      holds: sign('constantInFormula', { formula: 'addedToSum' }),
    },
    {
      id: 'shares-clipped',
      make: () => (scores: Tensor2D) =>
        tf.tidy(() => softmaxWith(rowMax)()(scores).clipByValue<Tensor2D>(1e-7, 1 - 1e-7)),
      fails: [],
      holds: sign('constantInFormula', { formula: 'clippedShare' }),
    },
    {
      id: 'constant-beside-shares',
      make: () => (scores: Tensor2D) => tf.tidy(() => softmaxWith(rowMax)()(scores).add<Tensor2D>(1e-8)),
      fails: [],
      holds: sign('constantInFormula', { formula: 'addedToShare' }),
    },
    { id: 'no-exponential', make: () => (scores: Tensor2D) => tf.tidy(() => scores.div<Tensor2D>(rowSums(scores))) },
    { id: 'logarithms', make: () => (scores: Tensor2D) => tf.tidy(() => tf.logSoftmax(scores)) },
    { id: 'not-normalized', make: softmaxWith(rowMax, () => tf.scalar(1)) },
  ],
  alternatives: {
    'loops over rows': softmaxByLoops,
    'pairwise differences': softmaxByPairs,
    'exponentials of logarithms': softmaxByLogarithms,
  },
  witnesses: [
    { name: 'tf.softmax', compute: (scores) => tf.softmax(scores) },
    { name: 'tf.grad of tf.logSumExp', compute: (scores) => tf.grad((s) => tf.logSumExp(s, 1).sum())(scores) },
  ],
  forbidden: libraryAnswers,
});
