/**
 * Classifiers of digits, simple and good ones: some are right solutions of the capstone, and all are measured to set
 * its tiers.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { seededRandom, type Classifier, type LabelledData } from 'descent';
import type { trainClassifier } from './training';

type Trainer = typeof trainClassifier;

const side = 8;
const pixels = side * side;
const classes = 10;

/** The k nearest training images vote. */
export const nearestNeighbors =
  (k: number): Trainer =>
  (train) =>
    vote({ x: train.x.dataSync(), y: train.y.dataSync() }, k);

/** The same with randomly shifted and rotated copies of each image, and votes weighted by distance. */
export const nearestAmongPlaced =
  (copies: number, k: number): Trainer =>
  (train, validation) => {
    const [x, y] = [tf.concat([train.x, validation.x]), tf.concat([train.y, validation.y])];
    return vote(
      { x: pool(x as Tensor2D, copies, 5), y: tf.tile(y, [copies + 1]).dataSync() },
      k,
      (distance) => 1 / (0.01 + distance),
    );
  };

/** A linear softmax classifier, trained on the images and distorted copies of them. */
export const linearSoftmax =
  (copies: number): Trainer =>
  (train) =>
    network(train, copies, { hidden: [], steps: 1500, batchSize: 64, learningRate: 0.02 });

/** A network with one hidden layer. */
export const hiddenLayer =
  (copies: number): Trainer =>
  (train) =>
    network(train, copies, { hidden: [100], steps: 1000, batchSize: 32, learningRate: 0.02 });

/** The same network with tf.layers, trained without `fit`. */
export const layersNetwork =
  (copies: number): Trainer =>
  (train) => {
    const model = tf.sequential();
    const kernelInitializer = tf.initializers.heNormal({ seed: 3 });
    model.add(tf.layers.dense({ units: 100, activation: 'relu', inputShape: [pixels], kernelInitializer }));
    model.add(tf.layers.dense({ units: classes, kernelInitializer: tf.initializers.glorotNormal({ seed: 4 }) }));
    const scores = (images: tf.Tensor): tf.Tensor => model.apply(images, { training: true }) as tf.Tensor;
    minimize(train, copies, { steps: 1000, batchSize: 32, learningRate: 0.02 }, scores);
    return (x) => tf.tidy(() => (model.predict(x) as Tensor2D).argMax(1));
  };

interface Schedule {
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

function network(
  train: LabelledData,
  copies: number,
  { hidden, ...schedule }: Schedule & { readonly hidden: readonly number[] },
): Classifier {
  const widths = [pixels, ...hidden, classes];
  const layers = widths.slice(1).map((width, index) => {
    const from = widths[index] ?? 0;
    return {
      W: tf.variable(tf.randomNormal([from, width], 0, Math.sqrt(2 / from), 'float32', index + 1)),
      b: tf.variable(tf.zeros([width])),
    };
  });
  const scores = (x: tf.Tensor): tf.Tensor =>
    layers.reduce((h, { W, b }, index) => (index === 0 ? h : h.relu()).matMul(W as tf.Tensor).add(b), x);
  minimize(train, copies, schedule, scores);
  return (x) => tf.tidy(() => scores(x).argMax(1) as Tensor1D);
}

/** Minimizes the mean cross-entropy by Adam with cosine decay. */
function minimize(
  { x, y }: LabelledData,
  copies: number,
  schedule: Schedule,
  scores: (x: tf.Tensor) => tf.Tensor,
): void {
  const images = pool(x, copies, 9);
  const labels = tf.tile(y, [copies + 1]).dataSync();
  const next = seededRandom(11);
  const optimizer = tf.train.adam(schedule.learningRate, 0.9, 0.999, 1e-8);
  for (let step = 0; step < schedule.steps; step += 1) {
    Object.assign(optimizer, {
      learningRate: (schedule.learningRate * (1 + Math.cos((Math.PI * step) / schedule.steps))) / 2,
    });
    const batch = Array.from({ length: schedule.batchSize }, () => Math.floor(next() * labels.length));
    tf.tidy(() => {
      const rows = tf.tensor2d(
        batch.map((place) => Array.from({ length: pixels }, (_, pixel) => images[place * pixels + pixel] ?? 0)),
      );
      const targets = tf.oneHot(
        batch.map((place) => labels[place] ?? 0),
        classes,
      );
      optimizer.minimize(() => {
        const given = scores(rows);
        return tf.logSumExp(given, 1).sub(given.mul(targets).sum(1)).mean();
      });
    });
  }
  optimizer.dispose();
}

/** The images, then copies of them, each randomly shifted and rotated. */
function pool(x: Tensor2D, copies: number, seed: number): ArrayLike<number> {
  const next = seededRandom(seed);
  const images = x.dataSync();
  const all = new Float64Array(images.length * (copies + 1));
  all.set(images);
  for (let start = images.length; start < all.length; start += pixels) {
    place(images, start % images.length, next, all.subarray(start, start + pixels));
  }
  return all;
}

// In tfjs 4.22 tf.image.transform makes all images of a batch white except the first.
function place(images: ArrayLike<number>, from: number, next: () => number, into: Float64Array): void {
  const within = (limit: number): number => limit * (2 * next() - 1);
  const [angle, right, down] = [within(Math.PI / 18), within(1), within(1)];
  const [c, s, middle] = [Math.cos(angle), Math.sin(angle), (side - 1) / 2];
  const ink = (row: number, column: number): number =>
    Math.min(row, column) < 0 || Math.max(row, column) >= side ? 0 : (images[from + row * side + column] ?? 0);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const [x, y] = [(pixel % side) - middle - right, Math.floor(pixel / side) - middle - down];
    const [column, row] = [middle + c * x - s * y, middle + s * x + c * y];
    const [left, top] = [Math.floor(column), Math.floor(row)];
    const across = (r: number): number => ink(r, left) + (column - left) * (ink(r, left + 1) - ink(r, left));
    into[pixel] = across(top) + (row - top) * (across(top + 1) - across(top));
  }
}

function vote(
  known: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  k: number,
  weight = (_distance: number): number => 1,
): Classifier {
  return (x) => {
    const asked = x.dataSync();
    const labels = Array.from({ length: x.shape[0] }, (_, image) => {
      const distances = new Float64Array(k).fill(Infinity);
      const nearest = new Int32Array(k);
      for (let other = 0; other < known.y.length; other += 1) {
        const limit = distances[k - 1] ?? 0;
        let distance = 0;
        for (let i = 0; i < pixels && distance < limit; i += 1) {
          const gap = (asked[image * pixels + i] ?? 0) - (known.x[other * pixels + i] ?? 0);
          distance += gap * gap;
        }
        if (distance >= limit) continue;
        let place = k - 1;
        for (; place > 0 && (distances[place - 1] ?? 0) > distance; place -= 1) {
          distances[place] = distances[place - 1] ?? 0;
          nearest[place] = nearest[place - 1] ?? 0;
        }
        distances[place] = distance;
        nearest[place] = known.y[other] ?? 0;
      }
      const votes = new Float64Array(classes);
      nearest.forEach((label, place) => {
        votes[label] = (votes[label] ?? 0) + weight(distances[place] ?? Infinity);
      });
      return votes.indexOf(Math.max(...votes));
    });
    return tf.tensor1d(labels, 'int32');
  };
}
