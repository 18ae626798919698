import * as tf from '@tensorflow/tfjs';
import type { Tensor1D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  hiddenOnly,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { predictClasses as solution } from './linear-classifier';

/** Compares numbers as text, like `sort()`. */
const asText = (a: number, b: number): number => (`${a}` < `${b}` ? -1 : 1);

const ties = ['ties', 'all-equal', 'drawn-ties'];

export const predictClasses = defineExercise({
  name: 'predictClasses',
  arguments: ['scores'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      scores: tensor([
        [1, 3, 2],
        [0, -1, -4],
      ]),
    }),
    randomCase('random', (random) => ({ scores: random.normal([12, 11]) })),
    randomCase('square', (random) => ({ scores: random.normal([5, 5]) }), { label: 'N = C' }),
    randomCase('one-example', (random) => ({ scores: random.normal([1, 4]) }), { label: 'N = 1' }),
    randomCase('two-classes', (random) => ({ scores: random.normal([6, 2]) }), { label: 'C = 2' }),
    randomCase('negative', (random) => ({ scores: random.uniform([5, 4], -9, -1) }), {
      label: 'all scores are negative',
    }),
    fixedCase(
      'last-class',
      {
        scores: tensor([
          [-1e4, 0, 1e4],
          [1e4, 9999, -1e4],
          [-1e4, -9999, -9998],
        ]),
      },
      { label: 'scores reach ±10,000' },
    ),
    fixedCase(
      'ties',
      {
        scores: tensor([
          [1, 2, 2, 0],
          [5, 1, 5, 5],
          [-3, -2, -4, -2],
          [0, 0, 1, 1],
        ]),
      },
      { label: 'several classes share the highest score', reserved: true },
    ),
    fixedCase(
      'all-equal',
      {
        scores: tensor([
          [7, 7, 7],
          [0, 0, 0],
        ]),
      },
      { label: 'all scores are equal', reserved: true },
    ),
    randomCase(
      'drawn-ties',
      (random) => ({
        scores: tensor(Array.from({ length: 8 }, () => Array.from({ length: 5 }, () => random.integer(-2, 1)))),
      }),
      { label: 'several classes share the highest score', reserved: true, copies: hiddenOnly },
    ),
  ],
  checks: [
    reference(undefined, { points: 6 }),
    reference(undefined, { id: 'ties', points: 2, on: ties }),
    property('unchangedUnder', { points: 1, transform: 'addConstantToEachRow', argument: 'scores' }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'best-example-of-each-class': (scores) => scores.argMax(0),
    'last-of-equals': (scores) => tf.sub<Tensor1D>(scores.shape[1] - 1, scores.reverse(1).argMax(1)).toInt(),
    'score-instead-of-class': (scores) => scores.max(1),
    'best-starts-at-zero': (scores) =>
      tf
        .concat([tf.fill([scores.shape[0], 1], 0), scores], 1)
        .argMax<Tensor1D>(1)
        .sub(tf.scalar(1, 'int32'))
        .maximum(0),
    // row.indexOf([...row].sort().at(-1))
    'sorted-as-text': (scores) =>
      tf.tensor1d(
        scores.arraySync().map((row) => row.indexOf([...row].toSorted(asText).at(-1) ?? NaN)),
        'int32',
      ),
    'lowest-score': (scores) => scores.argMin(1),
    'largest-magnitude': (scores) => scores.abs().argMax(1),
    'counts-from-one': (scores) => scores.argMax<Tensor1D>(1).add(tf.scalar(1, 'int32')),
    'column-of-classes': (scores) => scores.argMax(1).expandDims(1),
    'one-hot-classes': (scores) => tf.oneHot(scores.argMax(1), scores.shape[1]) as unknown as Tensor1D,
    'positions-in-the-batch': (scores) =>
      scores.argMax<Tensor1D>(1).add(tf.range(0, scores.shape[0], 1, 'int32').mul(tf.scalar(scores.shape[1], 'int32'))),
  }),
  alternatives: alternatives.predictClasses,
  witnesses: [{ name: 'tf.topk', compute: (scores) => tf.topk(scores, 1).indices.squeeze([1]) }],
  forbidden: libraryAnswers,
});
