/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Rank, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ImagePenalty, Penalty } from 'descent';
import { at } from './linearAlgebra';
import { timesBetween, weightsOverTime } from './mistakes';

/** Sums `value(w)` over the weights in a loop. */
function byLoop(W: Tensor, value: (w: number) => number, slope: (w: number) => number): Penalty {
  let penalty = 0;
  const slopes: number[] = [];
  for (const w of W.dataSync()) {
    penalty += value(w);
    slopes.push(slope(w));
  }
  return { penalty: tf.scalar(penalty), dW: tf.tensor(slopes, W.shape) };
}

const sumOfAbsolutes = (W: Tensor): Tensor => tf.sum(tf.maximum(W, tf.neg(W)));
const signFromComparisons = (W: Tensor): Tensor =>
  tf.sub(tf.cast(tf.greater(W, 0), 'float32'), tf.cast(tf.less(W, 0), 'float32'));

export const l2Penalty = {
  loop: (W: Tensor, lambda: number): Penalty =>
    byLoop(
      W,
      (w) => lambda * w * w,
      (w) => 2 * lambda * w,
    ),
  'dot product of the flat weights': (W: Tensor, lambda: number): Penalty =>
    tf.tidy(() => {
      const flat = tf.reshape<Rank.R1>(W, [W.size]);
      const scaled = tf.mul(W, lambda);
      return { penalty: tf.mul<Scalar>(tf.dot(flat, flat), lambda), dW: tf.add(scaled, scaled) };
    }),
};

export const l1Penalty = {
  loop: (W: Tensor, lambda: number): Penalty =>
    byLoop(
      W,
      (w) => lambda * Math.abs(w),
      (w) => (w > 0 ? lambda : w < 0 ? -lambda : 0),
    ),
  'maximum and comparisons': (W: Tensor, lambda: number): Penalty =>
    tf.tidy(() => ({ penalty: tf.mul<Scalar>(sumOfAbsolutes(W), lambda), dW: tf.mul(signFromComparisons(W), lambda) })),
};

export const elasticNetPenalty = {
  loop: (W: Tensor, lambda1: number, lambda2: number): Penalty =>
    byLoop(
      W,
      (w) => lambda1 * Math.abs(w) + lambda2 * w * w,
      (w) => lambda1 * Math.sign(w) + 2 * lambda2 * w,
    ),
  // λ₁|w| + λ₂w² = |w|(λ₁ + λ₂|w|), whose slope is sign(w)(λ₁ + 2λ₂|w|).
  'one factor taken out': (W: Tensor, lambda1: number, lambda2: number): Penalty =>
    tf.tidy(() => {
      const size = tf.maximum(W, tf.neg(W));
      const penalty = tf.sum<Scalar>(tf.mul(size, tf.add(lambda1, tf.mul(lambda2, size))));
      return { penalty, dW: tf.mul(signFromComparisons(W), tf.add(lambda1, tf.mul(2 * lambda2, size))) };
    }),
};

export const totalVariation = {
  'loop over pixels': (image: Tensor2D): ImagePenalty => {
    const pixels = image.arraySync();
    const slopes = pixels.map((row) => row.map(() => 0));
    let penalty = 0;
    const add = (i: number, j: number, k: number, l: number): void => {
      const difference = at(pixels, i, j) - at(pixels, k, l);
      penalty += Math.abs(difference);
      slopes[i]?.splice(j, 1, at(slopes, i, j) + Math.sign(difference));
      slopes[k]?.splice(l, 1, at(slopes, k, l) - Math.sign(difference));
    };
    pixels.forEach((row, i) =>
      row.forEach((_, j) => {
        if (i + 1 < pixels.length) add(i, j, i + 1, j);
        if (j + 1 < row.length) add(i, j, i, j + 1);
      }),
    );
    return { penalty: tf.scalar(penalty), dImage: tf.tensor2d(slopes, image.shape) };
  },
  // With the border repeated, every pixel has four neighbours, and each inner pair counts twice.
  'four shifted images': (image: Tensor2D): ImagePenalty =>
    tf.tidy(() => {
      const [height, width] = image.shape;
      const firstRow = image.slice([0, 0], [1, width]);
      const lastRow = image.slice([height - 1, 0], [1, width]);
      const firstColumn = image.slice([0, 0], [height, 1]);
      const lastColumn = image.slice([0, width - 1], [height, 1]);
      const neighbours = [
        tf.concat([image, lastRow], 0).slice([1, 0], [height, width]),
        tf.concat([firstRow, image], 0).slice([0, 0], [height, width]),
        tf.concat([image, lastColumn], 1).slice([0, 1], [height, width]),
        tf.concat([firstColumn, image], 1).slice([0, 0], [height, width]),
      ];
      const differences = tf.stack(neighbours.map((neighbour) => tf.sub(image, neighbour))); // (4, H, W)
      return {
        penalty: tf.div<Scalar>(tf.sum(tf.abs(differences)), 2),
        dImage: tf.sum<Tensor2D>(signFromComparisons(differences), 0),
      };
    }),
};

export const decayWeights = {
  'outer product of powers': (w0: Tensor1D, learningRate: number, lambda: number, steps: number): Tensor2D =>
    weightsOverTime(w0, timesBetween(0, steps), (t) => (1 - learningRate * lambda) ** t),
  'step by step': (w0: Tensor1D, learningRate: number, lambda: number, steps: number): Tensor2D =>
    tf.tidy(() => {
      const rows = [w0];
      let w = w0;
      for (let t = 0; t < steps; t += 1) {
        w = tf.sub(w, tf.mul(learningRate, tf.mul(lambda, w)));
        rows.push(w);
      }
      return tf.stack(rows) as Tensor2D;
    }),
};

export const exponentialDecayWeights = {
  'outer product of exponentials': (w0: Tensor1D, learningRate: number, lambda: number, steps: number): Tensor2D =>
    weightsOverTime(w0, timesBetween(0, steps), (t) => 1 / Math.exp(t * lambda * learningRate)),
  'one factor for each step': (w0: Tensor1D, learningRate: number, lambda: number, steps: number): Tensor2D => {
    const rows = [w0.arraySync()];
    const factor = Math.exp(-learningRate * lambda);
    for (let t = 0; t < steps; t += 1) rows.push((rows.at(-1) ?? []).map((value) => value * factor));
    return tf.tensor2d(rows);
  },
};

export const approximationError = {
  // −ln(1 − a) − a = a²/2 + a³/3 + …; from a = 0.1 on the logarithm is accurate enough.
  series: (learningRate: number, lambda: number, t: number): number => {
    const a = learningRate * lambda;
    let excess = a < 0.1 ? 0 : -Math.log(1 - a) - a;
    if (a < 0.1) for (let k = 20; k >= 2; k -= 1) excess += a ** k / k;
    return Math.abs(Math.expm1(t * excess));
  },
  'hyperbolic functions': (learningRate: number, lambda: number, t: number): number => {
    const a = learningRate * lambda;
    // ln(1 − a) = −2 artanh(a/(2 − a)), and e^s − 1 = 2e^(s/2) sinh(s/2).
    const half = (t * (2 * Math.atanh(a / (2 - a)) - a)) / 2;
    return 2 * Math.exp(half) * Math.sinh(half);
  },
  'tensors, with separate products': (learningRate: number, lambda: number, t: number): number =>
    tf.tidy(() => {
      const exponent = tf.sub(-t * learningRate * lambda, tf.mul(t, tf.log1p(-(lambda * learningRate))));
      return Math.abs(tf.expm1(exponent).dataSync()[0] ?? NaN);
    }),
};

export { logPosterior, ridgeSolution, tikhonovSolution } from './alternativeSystems';
