/** Parts of wrong versions, and of some right ones. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';

export type DistanceOfRows = (p: readonly number[], q: readonly number[]) => number;

/** Computes distances in loops. */
export function distancesOf(distance: DistanceOfRows): (a: Tensor2D, b: Tensor2D) => Tensor2D {
  return (a, b) => {
    const known = b.arraySync();
    return tf.tensor2d(a.arraySync().map((p) => known.map((q) => distance(p, q))));
  };
}

/**
 * Predicts labels in loops.
 *
 * @param elect - returns the class for the labels of the neighbours, nearest first
 * @param first - number of nearest neighbours to skip
 * @param more - number of extra neighbours
 * @param order - compares two distances
 */
export function vote(
  elect: (labels: readonly number[]) => number,
  { first = 0, more = 0, order = (p: number, q: number) => p - q } = {},
): (distances: Tensor2D, labels: Tensor1D, k: number) => Tensor1D {
  return (distances, labels, k) => {
    const known = labels.arraySync();
    const predicted = distances.arraySync().map((row) => {
      const nearest = row
        .map((distance, j) => ({ distance, label: known[j] ?? NaN }))
        .sort((p, q) => order(p.distance, q.distance));
      return elect(nearest.slice(first, first + k + more).map(({ label }) => label));
    });
    return tf.tensor1d(predicted, 'int32');
  };
}

/** Elects the label with the most votes; on a tie the one that `prefers` puts first. */
export function majorityVote(prefers: (one: number, other: number) => number): (labels: readonly number[]) => number {
  return (labels) => {
    const count = (label: number): number => labels.filter((one) => one === label).length;
    return [...new Set(labels)].sort((one, other) => count(other) - count(one) || prefers(one, other))[0] ?? 0;
  };
}

export const smallestFirst = majorityVote((one, other) => one - other);
