/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { tidied } from 'descent/author';
import type { NormalizationGradients, Normalized } from './beyond';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const columnsOf = (matrix: Tensor2D): number[][] => matrix.transpose<Tensor2D>().arraySync();
const fromColumns = (columns: readonly number[][]): Tensor2D =>
  tf.tidy(() => tf.tensor2d([...columns]).transpose<Tensor2D>());

export const invertedDropout = {
  loop: (x: Tensor, keep: number, mask: Tensor): Tensor => {
    const kept = mask.dataSync();
    return tf.tensor(
      Array.from(x.dataSync(), (value, index) => (kept[index] === 1 ? value / keep : 0)),
      x.shape,
    );
  },
  'chosen by where': tidied((x: Tensor, keep: number, mask: Tensor): Tensor =>
    tf.where(mask.equal(0), tf.zerosLike(x), x.mul(1 / keep)),
  ),
};

/** μ, σ² and x̂ of one feature. */
function standardize(
  column: readonly number[],
  epsilon: number,
): { mean: number; variance: number; normalized: number[] } {
  const centre = mean(column);
  const variance = mean(column.map((value) => (value - centre) ** 2));
  return {
    mean: centre,
    variance,
    normalized: column.map((value) => (value - centre) / Math.sqrt(variance + epsilon)),
  };
}

export const batchNorm = {
  'loops over features': tidied((x: Tensor2D, gamma: Tensor1D, beta: Tensor1D, epsilon: number): Normalized => {
    const [scales, shifts] = [gamma.arraySync(), beta.arraySync()];
    const features = columnsOf(x).map((column) => standardize(column, epsilon));
    return {
      out: fromColumns(
        features.map(({ normalized }, d) => normalized.map((value) => (scales[d] ?? NaN) * value + (shifts[d] ?? NaN))),
      ),
      mean: tf.tensor1d(features.map((feature) => feature.mean)),
      variance: tf.tensor1d(features.map((feature) => feature.variance)),
    };
  }),
  // σ² is half the mean squared difference of all pairs of examples; out = x·a + (β − μa) with a = γ/√(σ² + ε).
  'one slope and one intercept per feature': tidied(
    (x: Tensor2D, gamma: Tensor1D, beta: Tensor1D, epsilon: number): Normalized => {
      const weights = tf.fill([x.shape[0]], 1 / x.shape[0]);
      const centre = tf.dot(weights, x) as Tensor1D;
      const pairs = x.expandDims(1).sub(x); // (N, N, D)
      const variance = pairs.square().mean([0, 1]).div<Tensor1D>(2);
      const slope = gamma.mul(variance.add(epsilon).rsqrt());
      return {
        out: x.mul(slope).add<Tensor2D>(beta.sub(centre.mul(slope))),
        mean: centre,
        variance,
      };
    },
  ),
};

export const batchNormBackward = {
  // By the chain rule: every output depends on every input of its feature.
  'the whole Jacobian of each feature': tidied(
    (dOut: Tensor2D, x: Tensor2D, gamma: Tensor1D, epsilon: number): NormalizationGradients => {
      const scales = gamma.arraySync();
      const upstream = columnsOf(dOut);
      const n = x.shape[0];
      const features = columnsOf(x).map((column, d) => {
        const { variance, normalized } = standardize(column, epsilon);
        const above = upstream[d] ?? [];
        const slope = (i: number, k: number): number =>
          ((i === k ? 1 : 0) - 1 / n - ((normalized[i] ?? NaN) * (normalized[k] ?? NaN)) / n) /
          Math.sqrt(variance + epsilon);
        return {
          dx: column.map((_, k) => (scales[d] ?? NaN) * sum(above.map((value, i) => value * slope(i, k)))),
          dGamma: sum(above.map((value, i) => value * (normalized[i] ?? NaN))),
          dBeta: sum(above),
        };
      });
      return {
        dx: fromColumns(features.map(({ dx }) => dx)),
        dGamma: tf.tensor1d(features.map(({ dGamma }) => dGamma)),
        dBeta: tf.tensor1d(features.map(({ dBeta }) => dBeta)),
      };
    },
  ),
  // Backwards through quotient, variance and mean, node by node.
  'node by node': tidied((dOut: Tensor2D, x: Tensor2D, gamma: Tensor1D, epsilon: number): NormalizationGradients => {
    const [n] = x.shape;
    const centred = x.sub<Tensor2D>(tf.sum(x, 0).div(n));
    const inverse = tf.rsqrt(centred.pow(2).sum(0).div(n).add(epsilon)); // 1/√(σ² + ε)
    const dNormalized = dOut.mul<Tensor2D>(gamma);
    const dVariance = dNormalized.mul(centred).sum(0).mul(inverse.pow(3)).mul(-0.5);
    const dCentred = dNormalized.mul(inverse).add(centred.mul(dVariance).mul(2 / n));
    const dMean = dCentred.sum(0).neg();
    return {
      dx: dCentred.add<Tensor2D>(dMean.div(n)),
      dGamma: tf.sum<Tensor1D>(dOut.mul(centred), 0).mul(inverse),
      dBeta: tf.dot(tf.ones([n]), dOut) as Tensor1D,
    };
  }),
};

export const flipHorizontally = {
  loops: (images: Tensor4D): Tensor4D =>
    tf.tensor4d(
      images.arraySync().map((image) => image.map((row) => row.toReversed())),
      images.shape,
    ),
  'columns gathered from the right': tidied((images: Tensor4D): Tensor4D => {
    const width = images.shape[2];
    return tf.gather(images, tf.range(width - 1, -1, -1, 'int32'), 2);
  }),
  'columns stacked again': tidied(
    (images: Tensor4D): Tensor4D => tf.stack(tf.unstack(images, 2).reverse(), 2) as Tensor4D,
  ),
};
