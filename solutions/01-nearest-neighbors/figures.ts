/** Helpers for worked figures of the handout, in addition to the solution. */
import * as tf from '@tensorflow/tfjs';
import { l1Distances, predictLabels } from './nearest-neighbors';

const x = [0, 1, 2.2, 3, 4.3, 5.1, 6.4, 7.3, 8.6];
const y = [0, 0, 0, 0, 1, 1, 1, 0, 1];

/** Accuracy on each of three folds, the others voting, and their mean. Example i is in fold i mod 3. */
export function foldAccuracies(k: number): readonly number[] {
  const accuracies = [0, 1, 2].map((fold) => {
    const [inside, outside] = [true, false].map((isIn) => [...x.keys()].filter((i) => (i % 3 === fold) === isIn));
    const [asked = [], known = []] = [inside, outside];
    const column = (places: readonly number[]): tf.Tensor2D => tf.tensor2d(places.map((i) => [x[i] ?? NaN]));
    const labels = tf.tensor1d(
      known.map((i) => y[i] ?? NaN),
      'int32',
    );
    const predicted = predictLabels(l1Distances(column(asked), column(known)), labels, k).arraySync();
    return predicted.filter((label, i) => label === y[asked[i] ?? NaN]).length / asked.length;
  });
  return [...accuracies, accuracies.reduce((sum, one) => sum + one, 0) / 3];
}
