import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { accuracy as solution } from './linear-classifier';

const number = (scalar: Tensor): number => (scalar as Scalar).arraySync();
const hits = (predicted: Tensor1D, y: Tensor1D): Tensor => predicted.equal(y).toFloat();

/** Mean of the classes' recalls. */
function meanOverClasses(predicted: Tensor1D, y: Tensor1D): number {
  const [guesses, truths] = [predicted.arraySync(), y.arraySync()];
  const classes = [...new Set(truths)];
  const shares = classes.map((one) => {
    const places = truths.flatMap((truth, i) => (truth === one ? [i] : []));
    return places.filter((i) => guesses[i] === one).length / places.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / classes.length;
}

export const accuracy = defineExercise({
  name: 'accuracy',
  arguments: ['predicted', 'y'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { predicted: labels([1, 0, 2]), y: labels([1, 1, 2]) }),
    fixedCase('eight', { predicted: labels([0, 2, 1, 1, 0, 2, 0, 0]), y: labels([0, 1, 2, 1, 0, 2, 1, 0]) }),
    randomCase('random', (random) => ({ predicted: random.labels(9, 3), y: random.labels(9, 3) })),
    randomCase('two-classes', (random) => ({ predicted: random.labels(7, 2), y: random.labels(7, 2) }), {
      label: 'C = 2',
    }),
    fixedCase(
      'all-right',
      { predicted: labels([2, 0, 1, 1]), y: labels([2, 0, 1, 1]) },
      { label: 'all predictions are right' },
    ),
    fixedCase(
      'none-right',
      { predicted: labels([2, 0, 1]), y: labels([0, 1, 2]) },
      { label: 'no prediction is right' },
    ),
    fixedCase(
      'above-nine',
      { predicted: labels([10, 11, 9, 12, 3]), y: labels([11, 11, 9, 10, 3]) },
      { label: 'there are more than ten classes' },
    ),
    fixedCase('one-right', { predicted: labels([3]), y: labels([3]) }, { label: 'there is one example' }),
    fixedCase(
      'always-zero',
      { predicted: labels([0, 0, 0, 0, 0]), y: labels([0, 0, 2, 1, 0]) },
      { label: 'class 0 is always predicted' },
    ),
  ],
  checks: [reference(undefined, { points: 8.5 }), leavesInputsAlone({ points: 1 }), leavesNoTensors({ points: 0.5 })],
  mistakes: wrong<typeof solution>({
    percent: (predicted, y) => 100 * number(hits(predicted, y).mean()),
    'counted-not-divided': (predicted, y) => number(hits(predicted, y).sum()),
    'error-rate': (predicted, y) => 1 - number(hits(predicted, y).mean()),
    'divided-by-classes': (predicted, y) => number(hits(predicted, y).sum()) / (number(y.max()) + 1),
    'integer-division': (predicted, y) => number(tf.div(predicted.equal(y).toInt().sum(), tf.scalar(y.size, 'int32'))),
    'mean-over-classes': meanOverClasses,
    'class-zero-never-counts': (predicted, y) => number(hits(predicted, y).mul(tf.sign(y)).mean()),
    'counts-of-each-class': (predicted, y) => {
      const counted = (classes: Tensor1D): Tensor => tf.oneHot(classes, 13, 1, 0, 'float32').sum(0);
      return number(tf.minimum(counted(predicted), counted(y)).sum()) / y.size;
    },
    'last-left-out': (predicted, y) =>
      number(
        hits(predicted, y)
          .slice(0, y.size - 1)
          .sum(),
      ) / y.size,
    'ten-classes': (predicted, y) => number(hits(predicted.minimum(9), y.minimum(9)).mean()),
    'returns-a-tensor': (predicted, y) => hits(predicted, y).mean() as unknown as number,
  }),
  alternatives: alternatives.accuracy,
  witnesses: [
    {
      name: 'trace of tf.math.confusionMatrix',
      compute: (predicted, y) => number(tf.math.confusionMatrix(y, predicted, 13).mul(tf.eye(13)).sum()) / y.size,
    },
    {
      name: 'tf.metrics.categoricalAccuracy',
      compute: (predicted, y) =>
        number(tf.metrics.categoricalAccuracy(tf.oneHot(y, 13), tf.oneHot(predicted, 13)).mean()),
    },
  ],
  forbidden: libraryAnswers,
});
