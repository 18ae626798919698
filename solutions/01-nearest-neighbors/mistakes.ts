/** Building blocks of wrong versions, and of some right ones. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { HyperparameterChoice, LabelledData, Metric } from 'descent';

export type DistanceOfRows = (p: readonly number[], q: readonly number[]) => number;

/** Distances in loops. */
export function distancesOf(distance: DistanceOfRows): (a: Tensor2D, b: Tensor2D) => Tensor2D {
  return (a, b) => {
    const known = b.arraySync();
    return tf.tensor2d(a.arraySync().map((p) => known.map((q) => distance(p, q))));
  };
}

/**
 * Predictions in loops.
 *
 * @param elect - a class from the labels of the neighbours, nearest first
 * @param first - number of nearest neighbours to skip
 * @param more - number of extra neighbours
 * @param order - of distances
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

/** The label with the most votes; of several the one that `prefers` puts first. */
export function majorityVote(prefers: (one: number, other: number) => number): (labels: readonly number[]) => number {
  return (labels) => {
    const count = (label: number): number => labels.filter((one) => one === label).length;
    return [...new Set(labels)].sort((one, other) => count(other) - count(one) || prefers(one, other))[0] ?? 0;
  };
}

export const smallestFirst = majorityVote((one, other) => one - other);

/** Accuracy of every combination, k in the outer loop, computed from arrays alone. */
export function accuracyTable(
  voters: LabelledData,
  judged: LabelledData,
  ks: readonly number[],
  metrics: readonly Metric[],
): HyperparameterChoice[] {
  const [data, classes] = [judged.x.arraySync(), judged.y.arraySync()];
  const [known, labels] = [voters.x.arraySync(), voters.y.arraySync()];
  return tableOf({ data, classes, known, labels }, ks, metrics);
}

export interface PlainData {
  readonly data: readonly (readonly number[])[];
  readonly classes: readonly number[];
  readonly known: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

const power: Readonly<Record<Metric, number>> = { l1: 1, l2: 2 };

export function tableOf(plain: PlainData, ks: readonly number[], metrics: readonly Metric[]): HyperparameterChoice[] {
  const { data, classes, known, labels } = plain;
  return ks.flatMap((k) =>
    metrics.map((metric) => {
      const hits = data.filter((p, i) => {
        const distance = (q: readonly number[]): number =>
          p.reduce((sum, value, f) => sum + Math.abs(value - (q[f] ?? NaN)) ** power[metric], 0);
        const nearest = known
          .map((q, j) => ({ far: distance(q), label: labels[j] ?? NaN }))
          .sort((one, other) => one.far - other.far);
        return smallestFirst(nearest.slice(0, k).map(({ label }) => label)) === classes[i];
      });
      return { k, metric, accuracy: hits.length / data.length };
    }),
  );
}
