import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  type Inputs,
  leavesInputsAlone,
  leavesNoTensors,
  property,
  type Random,
  randomCase,
  reference,
  tensor,
  tidied,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { batchCases } from './batchCases';
import { batchNormBackward as solution, type batchNorm } from './beyond';
import { backwardWith, bracket, forbidden, sampleVariance, scaled } from './mistakes';

const drawn = (random: Random, [n, d]: readonly [n: number, d: number], epsilon = 1e-5, scale = 1): Inputs => ({
  dOut: random.normal([n, d], { mean: 0.5 }),
  x: random.normal([n, d], { mean: scale, scale: 2 * scale }),
  gamma: random.uniform([d], 1.5, 3),
  epsilon,
});

/** The exercise with normalized features and their variance from the given batchNorm. */
const onTopOf = (neighbour: typeof batchNorm): typeof solution =>
  tidied((dOut: Tensor2D, x: Tensor2D, gamma: Tensor1D, epsilon: number) => {
    const { out: normalized, variance } = neighbour(x, tf.onesLike(gamma), tf.zerosLike(gamma), epsilon);
    const pieces = { dOut, x, gamma, normalized, deviation: variance.add(epsilon).sqrt() };
    return {
      dx: scaled(bracket)(pieces) as Tensor2D,
      dGamma: dOut.mul(normalized).sum<Tensor1D>(0),
      dBeta: dOut.sum<Tensor1D>(0),
    };
  });

/** Gradients of Σ dOut ⊙ out, by tfjs. */
const differentiated = (
  forward: (x: Tensor, gamma: Tensor, beta: Tensor, epsilon: number) => Tensor,
): ((...args: Parameters<typeof solution>) => unknown) =>
  tidied((dOut: Tensor2D, x: Tensor2D, gamma: Tensor1D, epsilon: number) => {
    const weighted = (input: Tensor, scale: Tensor, shift: Tensor): Tensor =>
      forward(input, scale, shift, epsilon).mul(dOut).sum();
    const [dx, dGamma, dBeta] = tf.grads(weighted)([x, gamma, tf.zerosLike(gamma)]);
    return { dx, dGamma, dBeta };
  });

export const batchNormBackward = defineExercise({
  name: 'batchNormBackward',
  arguments: ['dOut', 'x', 'gamma', 'epsilon'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { dOut: tensor([[1], [0]]), x: tensor([[1], [3]]), gamma: tensor([2]), epsilon: 3 }),
    ...batchCases(drawn, { label: 'N = 1, so dx is 0', ofOne: 0.1, ofConstant: 0.01 }),
    randomCase(
      'equal-gradients',
      (random) => {
        const row = [random.number(1, 2), random.number(-2, -1)];
        return { ...drawn(random, [3, 2]), dOut: tensor([row, row, row]) };
      },
      { label: 'all examples have the same dOut, so dx is 0' },
    ),
  ],
  checks: [
    reference('dx', { points: 4.5 }),
    reference('dGamma', { points: 1.5 }),
    reference('dBeta', { points: 1 }),
    property('columnsSumTo', { points: 1, field: 'dx', sum: 0 }),
    property('unchangedUnder', { points: 0.5, transform: 'addSameRowToAllRows', argument: 'x' }),
    property('scalesWith', { points: 0.5, argument: 'dOut', factor: 3, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'statistics-taken-for-constants': backwardWith({ dx: scaled(({ dOut }) => dOut) }),
    'mean-taken-for-constant': backwardWith({
      dx: scaled(({ dOut, normalized }) => dOut.sub(normalized.mul(dOut.mul(normalized).mean(0)))),
    }),
    'variance-taken-for-constant': backwardWith({ dx: scaled(({ dOut }) => dOut.sub(dOut.mean(0))) }),
    'variance-part-added': backwardWith({
      dx: scaled(({ dOut, normalized }) => dOut.sub(dOut.mean(0)).add(normalized.mul(dOut.mul(normalized).mean(0)))),
    }),
    'sums-inside-dx': backwardWith({
      dx: scaled(({ dOut, normalized }) => dOut.sub(dOut.sum(0)).sub(normalized.mul(dOut.mul(normalized).sum(0)))),
    }),
    'not-divided-by-n': backwardWith({
      dx: (pieces) => scaled(bracket)(pieces).mul(pieces.dOut.shape[0]),
    }),
    'difference-of-large-squares': (dOut, x, gamma, epsilon) =>
      backwardWith({ variance: () => x.square().mean(0).sub(x.mean(0).square()) })(dOut, x, gamma, epsilon),
    'x-inside-dx': backwardWith({
      dx: scaled(({ dOut, x }) => dOut.sub(dOut.mean(0)).sub(x.mul(dOut.mul(x).mean(0)))),
    }),
    'gamma-missing': backwardWith({ dx: (pieces) => bracket(pieces).div(pieces.deviation) }),
    'deviation-missing': backwardWith({ dx: (pieces) => bracket(pieces).mul(pieces.gamma) }),
    'multiplied-by-deviation': backwardWith({
      dx: (pieces) => bracket(pieces).mul(pieces.gamma).mul(pieces.deviation),
    }),
    'divided-by-variance': backwardWith({ dx: (pieces) => scaled(bracket)(pieces).div(pieces.deviation) }),
    'dgamma-with-x': backwardWith({ dGamma: ({ dOut, x }) => dOut.mul(x).sum(0) }),
    'dgamma-with-out': backwardWith({
      dGamma: ({ dOut, normalized, gamma }) => dOut.mul(normalized).mul(gamma).sum(0),
    }),
    'means-for-sums': backwardWith({
      dGamma: ({ dOut, normalized }) => dOut.mul(normalized).mean(0),
      dBeta: ({ dOut }) => dOut.mean(0),
    }),
    'dbeta-not-summed': backwardWith({ dBeta: ({ dOut }) => dOut.clone() }),
    'dgamma-and-dbeta-swapped': backwardWith({
      dGamma: ({ dOut }) => dOut.sum(0),
      dBeta: ({ dOut, normalized }) => dOut.mul(normalized).sum(0),
    }),
    'epsilon-outside-root': backwardWith({ deviation: (variance, epsilon) => variance.sqrt().add(epsilon) }),
    'epsilon-forgotten': backwardWith({ deviation: (variance) => variance.sqrt() }),
    'epsilon-missing-in-dx': (dOut, x, gamma, epsilon) => ({
      ...backwardWith({})(dOut, x, gamma, epsilon),
      dx: backwardWith({
        dx: ({ dOut, x, gamma, deviation }) => {
          const centred = x.sub(x.mean(0));
          const normalized = centred.div(centred.square().mean(0).add(epsilon).sqrt());
          return bracket({ dOut, x, gamma, deviation, normalized }).mul(gamma).div(deviation);
        },
        deviation: (variance) => variance.sqrt(),
      })(dOut, x, gamma, epsilon).dx,
    }),
    'sample-variance': backwardWith({ variance: sampleVariance }),
  }),
  buildsOn: { batchNorm: (neighbour) => onTopOf(neighbour as typeof batchNorm) },
  alternatives: alternatives.batchNormBackward,
  witnesses: [
    {
      name: 'tf.grads through the formula',
      compute: differentiated((x, gamma, beta, epsilon) => {
        const centred = x.sub(x.mean(0));
        return centred.mul(centred.square().mean(0).add(epsilon).rsqrt()).mul(gamma).add(beta);
      }),
    },
    {
      name: 'tf.grads through tf.moments and tf.batchNorm',
      compute: differentiated((x, gamma, beta, epsilon) => {
        const { mean, variance } = tf.moments(x, 0);
        return tf.batchNorm(x, mean as Tensor1D, variance as Tensor1D, beta as Tensor1D, gamma as Tensor1D, epsilon);
      }),
    },
  ],
  forbidden,
});
