/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { tidied } from 'descent/author';

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);

export const linearScores = {
  loops: (x: Tensor2D, W: Tensor2D, b: Tensor1D): Tensor2D => {
    const [weights, biases] = [W.arraySync(), b.arraySync()];
    return tf.tensor2d(x.arraySync().map((example) => weights.map((row, j) => dot(example, row) + (biases[j] ?? NaN))));
  },
  // x with a column of ones, W with the bias as a column
  'the bias as one more weight': tidied((x: Tensor2D, W: Tensor2D, b: Tensor1D): Tensor2D => {
    const extended = tf.concat2d([x, tf.ones([x.shape[0], 1])], 1); // (N, D + 1)
    const weights = tf.concat2d([W, b.reshape<Tensor2D>([-1, 1])], 1); // (C, D + 1)
    return extended.dot(weights.transpose()) as Tensor2D;
  }),
  'class by class': tidied((x: Tensor2D, W: Tensor2D, b: Tensor1D): Tensor2D => {
    const biases = tf.unstack(b);
    const columns = tf.unstack(W).map((row, j) => tf.add(x.mul(row).sum(1), biases[j] ?? NaN)); // (N,) each
    return tf.stack(columns, 1) as Tensor2D;
  }),
};

export const predictClasses = {
  loops: (scores: Tensor2D): Tensor1D =>
    tf.tensor1d(
      scores.arraySync().map((row) => row.indexOf(Math.max(...row))),
      'int32',
    ),
  // The smallest index at which the row's maximum occurs
  'smallest winning index': tidied((scores: Tensor2D): Tensor1D => {
    const wins = scores.equal(scores.max(1, true)); // (N, C)
    const indices = tf.range(0, scores.shape[1], 1, 'int32').add(tf.zerosLike(scores).toInt());
    return tf.where(wins, indices, tf.onesLike(indices).mul(scores.shape[1])).min<Tensor1D>(1);
  }),
};

export const accuracy = {
  loops: (predicted: Tensor1D, y: Tensor1D): number => {
    const classes = y.arraySync();
    return predicted.arraySync().filter((value, i) => value === classes[i]).length / classes.length;
  },
  'one minus the error rate': (predicted: Tensor1D, y: Tensor1D): number =>
    tf.tidy(() => 1 - (tf.sum(tf.sign(tf.abs(tf.sub(predicted, y)))).dataSync()[0] ?? NaN) / y.size),
};

export const classTemplates = {
  loops: (W: Tensor2D, imageShape: [number, number, number]): Tensor4D => {
    const pixels = W.arraySync().flatMap((row) => {
      const [lowest, highest] = [Math.min(...row), Math.max(...row)];
      return row.map((weight) => (highest === lowest ? 0 : ((weight - lowest) * 255) / (highest - lowest)));
    });
    return tf.tensor4d(pixels, [W.shape[0], ...imageShape]);
  },
  'images first, down from white': tidied((W: Tensor2D, imageShape: [number, number, number]): Tensor4D => {
    const images = tf.unstack(W).map((row) => {
      const [white, black] = [row.max(), row.neg().max().neg()];
      const belowWhite = tf.divNoNan(white.sub(row), white.sub(black)); // 1 at black
      const isFlat = white.equal(black).toFloat();
      return tf.sub(255, belowWhite.mul(255)).mul(tf.sub(1, isFlat)).reshape(imageShape);
    });
    return tf.stack(images) as Tensor4D;
  }),
};

export const liftXor = {
  loops: (x: Tensor2D): Tensor2D =>
    tf.tensor2d(x.arraySync().map(([first = NaN, second = NaN]) => [first, second, first * second])),
  // ab = ¼((a + b)² − (a − b)²)
  'difference of squares': tidied((x: Tensor2D): Tensor2D => {
    const [first, second] = tf.unstack(x, 1) as [Tensor1D, Tensor1D];
    const product = first.add(second).square().sub(first.sub(second).square()).div(4);
    return tf.stack([first, second, product], 1) as Tensor2D;
  }),
};
