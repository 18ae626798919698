import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { libraryAnswers, type Ban } from 'descent/author';
import type { NormalizationGradients, Normalized } from './beyond';

/** Calls that no exercise of this file may make. */
export const forbidden: readonly Ban[] = [
  ...libraryAnswers,
  'tf.batchNorm',
  'tf.batchNorm2d',
  'tf.batchNorm3d',
  'tf.batchNorm4d',
  'tensor.batchNorm',
  'tf.dropout',
  'tf.image.flipLeftRight',
];

interface Statistics {
  readonly mean?: (x: Tensor2D) => Tensor;
  readonly variance?: (centred: Tensor) => Tensor;
  /** The divisor of the centred features. */
  readonly deviation?: (variance: Tensor, epsilon: number) => Tensor;
}

const right: Required<Statistics> = {
  mean: (x) => x.mean(0),
  variance: (centred) => centred.square().mean(0),
  deviation: (variance, epsilon) => variance.add(epsilon).sqrt(),
};

/** Σ(x − μ)² / (N − 1) */
export const sampleVariance = (centred: Tensor): Tensor =>
  centred
    .square()
    .sum(0)
    .div((centred.shape[0] ?? NaN) - 1);

interface Forward extends Statistics {
  readonly affine?: (normalized: Tensor, gamma: Tensor1D, beta: Tensor1D) => Tensor;
  readonly returned?: (variance: Tensor, epsilon: number, n: number) => Tensor;
}

/** Batch normalization with some of its parts replaced. */
export function batchNormWith({
  affine = (normalized, gamma, beta) => normalized.mul(gamma).add(beta),
  returned = (variance) => variance,
  ...statistics
}: Forward): (x: Tensor2D, gamma: Tensor1D, beta: Tensor1D, epsilon: number) => Normalized {
  const { mean: meanOf, variance: varianceOf, deviation } = { ...right, ...statistics };
  return (x, gamma, beta, epsilon) => {
    const mean = meanOf(x) as Tensor1D;
    const centred = x.sub(mean);
    const variance = varianceOf(centred);
    const out = affine(centred.div(deviation(variance, epsilon)), gamma, beta) as Tensor2D;
    return { out, mean, variance: returned(variance, epsilon, x.shape[0]) as Tensor1D };
  };
}

/** Intermediate results of the gradients. */
interface Pieces {
  readonly dOut: Tensor2D;
  readonly x: Tensor2D;
  readonly gamma: Tensor1D;
  readonly deviation: Tensor;
  readonly normalized: Tensor;
}

interface Backward extends Statistics {
  readonly dx?: (pieces: Pieces) => Tensor;
  readonly dGamma?: (pieces: Pieces) => Tensor;
  readonly dBeta?: (pieces: Pieces) => Tensor;
}

/** The bracket in the formula of dx. */
export const bracket = ({ dOut, normalized }: Pieces): Tensor =>
  dOut.sub(dOut.mean(0)).sub(normalized.mul(dOut.mul(normalized).mean(0)));

/** γ/√(σ² + ε) times a bracket. */
export const scaled =
  (inner: (pieces: Pieces) => Tensor) =>
  (pieces: Pieces): Tensor =>
    inner(pieces).mul(pieces.gamma).div(pieces.deviation);

/** Batch normalization's gradients with some of their parts replaced. */
export function backwardWith({
  dx = scaled(bracket),
  dGamma = ({ dOut, normalized }) => dOut.mul(normalized).sum(0),
  dBeta = ({ dOut }) => dOut.sum(0),
  ...statistics
}: Backward): (dOut: Tensor2D, x: Tensor2D, gamma: Tensor1D, epsilon: number) => NormalizationGradients {
  const { mean, variance, deviation: deviationOf } = { ...right, ...statistics };
  return (dOut, x, gamma, epsilon) => {
    const centred = x.sub(mean(x));
    const deviation = deviationOf(variance(centred), epsilon);
    const pieces = { dOut, x, gamma, deviation, normalized: centred.div(deviation) };
    return { dx: dx(pieces) as Tensor2D, dGamma: dGamma(pieces) as Tensor1D, dBeta: dBeta(pieces) as Tensor1D };
  };
}
