/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { seededRandom, type DatasetSplit, type HyperparameterChoice, type LabelledData, type Metric } from 'descent';
import { tidied } from 'descent/author';
import { accuracyTable } from './accuracyTable';
import { distancesOf, vote, type DistanceOfRows } from './mistakes';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const cityBlock: DistanceOfRows = (p, q) => sum(p.map((value, f) => Math.abs(value - (q[f] ?? NaN))));

export const l1Distances = {
  loops: distancesOf(cityBlock),
  // |d| = max(d, 0) + max(−d, 0)
  'both positive parts, row by row': tidied((a: Tensor2D, b: Tensor2D): Tensor2D => {
    const rows = tf.unstack(a).map((row) => {
      const difference = tf.sub(b, row); // (N, D)
      return difference.relu().add(difference.neg().relu()).sum(1);
    });
    return tf.stack(rows) as Tensor2D;
  }),
};

export const l2Distances = {
  'broadcast differences': tidied(
    (a: Tensor2D, b: Tensor2D): Tensor2D => tf.squaredDifference(a.expandDims(1), b).sum(2).sqrt() as Tensor2D,
  ),
  norm: tidied(
    (a: Tensor2D, b: Tensor2D): Tensor2D => tf.norm(tf.sub(a.expandDims(1), b.expandDims(0)), 2, 2) as Tensor2D,
  ),
  // [a, ‖a‖², 1] · [−2b, 1, ‖b‖²]
  'one product of longer rows': tidied((a: Tensor2D, b: Tensor2D): Tensor2D => {
    const squares = (rows: Tensor2D): Tensor2D => rows.square().sum<Tensor2D>(1, true);
    const left = tf.concat2d([a, squares(a), tf.ones([a.shape[0], 1])], 1);
    const right = tf.concat2d([b.mul<Tensor2D>(-2), tf.ones([b.shape[0], 1]), squares(b)], 1);
    return left.matMul<Tensor2D>(right, false, true).maximum<Tensor2D>(0).sqrt();
  }),
};

export const predictLabels = {
  loops: vote((labels) => {
    const votes = new Map<number, number>();
    for (const label of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
    const most = Math.max(...votes.values());
    return Math.min(...[...votes].flatMap(([label, count]) => (count === most ? [label] : [])));
  }),
  // A 0/1 row of voters times a 0/1 matrix of classes
  'product of memberships': tidied((distances: Tensor2D, labels: Tensor1D, k: number): Tensor1D => {
    const sorted = tf.topk(distances.neg(), k).values; // (M, k), descending
    const limit = sorted.slice([0, k - 1], [-1, 1]).neg(); // (M, 1)
    const mayVote = distances.lessEqual(limit).toFloat(); // (M, N)
    const depth = Math.max(2, (labels.max().arraySync() as number) + 1);
    return mayVote.matMul<Tensor2D>(tf.oneHot(labels, depth).toFloat()).argMax(1);
  }),
};

/** Splits rows in this order, training first. */
const splitBy =
  (orderOf: (count: number, seed: number) => readonly number[]) =>
  (x: Tensor2D, y: Tensor1D, fractions: { validation: number; test: number }, seed: number): DatasetSplit => {
    const [rows, labels] = [x.arraySync(), y.arraySync()];
    const order = orderOf(rows.length, seed);
    const take = (places: readonly number[]): LabelledData => ({
      x: tf.tensor2d(
        places.flatMap((place) => rows[place] ?? []),
        [places.length, x.shape[1]],
      ),
      y: tf.tensor1d(
        places.map((place) => labels[place] ?? NaN),
        'int32',
      ),
    });
    const test = Math.floor(rows.length * fractions.test);
    const validation = Math.floor(rows.length * fractions.validation);
    const train = rows.length - validation - test;
    return {
      train: take(order.slice(0, train)),
      validation: take(order.slice(train, train + validation)),
      test: take(order.slice(rows.length - test)),
    };
  };

const swap = (order: number[], a: number, b: number): void => {
  [order[a], order[b]] = [order[b] ?? NaN, order[a] ?? NaN];
};

export const splitDataset = {
  'swaps from the end': splitBy((count, seed) => {
    const next = seededRandom(seed);
    const order = [...Array(count).keys()];
    for (let last = count - 1; last > 0; last -= 1) swap(order, last, Math.floor(next() * (last + 1)));
    return order;
  }),
  'swaps with any row, unevenly': splitBy((count, seed) => {
    const next = seededRandom(seed);
    const order = [...Array(count).keys()];
    for (const row of order.keys()) swap(order, row, Math.floor(next() * count));
    return order;
  }),
  'a generator of its own, inserting rows': splitBy((count, seed) => {
    let state = seed + 1;
    const order: number[] = [];
    for (let row = 0; row < count; row += 1) {
      state = (state * 48271) % 2147483647;
      order.splice(state % (row + 1), 0, row);
    }
    return order;
  }),
  'random tensors of tfjs': splitBy(
    (count, seed) =>
      tf.tidy(() =>
        tf.topk(tf.randomUniform([count], 0, 1, 'float32', seed + 7), count).indices.arraySync(),
      ) as number[],
  ),
};

type Choose = (
  ...inputs: [train: LabelledData, validation: LabelledData, ks: number[], metrics: Metric[]]
) => HyperparameterChoice;

export const chooseHyperparameters: Readonly<Record<string, Choose>> = {
  'loops over arrays': (train, validation, ks, metrics) => {
    let best: HyperparameterChoice | undefined;
    const table = accuracyTable(train, validation, ks, metrics);
    for (const choice of table) if (best === undefined || best.accuracy < choice.accuracy) best = choice;
    return best as HyperparameterChoice;
  },
  'each metric once, all numbers of neighbours from one sorting': (train, validation, ks, metrics) =>
    tf.tidy(() => {
      const most = Math.max(...ks);
      const depth = Math.max(2, (train.y.max().arraySync() as number) + 1);
      const nearest = metrics.map((metric) => {
        const differences = tf.sub(validation.x.expandDims(1), train.x);
        const distances = metric === 'l1' ? differences.abs().sum(2) : differences.square().sum(2);
        return tf.oneHot(train.y.gather(tf.topk(distances.neg(), most).indices), depth); // (M, most, C)
      });
      const choices = ks.flatMap((k) =>
        metrics.map((metric, which) => {
          const votes = (nearest[which] as tf.Tensor3D).slice([0, 0, 0], [-1, k, -1]).sum(1);
          const accuracy = (votes.argMax(1).equal(validation.y).toFloat().mean() as Scalar).arraySync();
          return { k, metric, accuracy };
        }),
      );
      const highest = Math.max(...choices.map(({ accuracy }) => accuracy));
      return choices.find(({ accuracy }) => accuracy === highest) as HyperparameterChoice;
    }),
};
