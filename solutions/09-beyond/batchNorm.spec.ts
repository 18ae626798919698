import * as tf from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  type Inputs,
  leavesInputsAlone,
  leavesNoTensors,
  property,
  type Random,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { batchCases } from './batchCases';
import { batchNorm as solution } from './beyond';
import { batchNormWith, forbidden, sampleVariance } from './mistakes';

const drawn = (random: Random, [n, d]: readonly [n: number, d: number], epsilon = 1e-5, scale = 1): Inputs => ({
  x: random.normal([n, d], { mean: scale, scale: 2 * scale }),
  gamma: random.uniform([d], 0.5, 2),
  beta: random.normal([d], { mean: 1 }),
  epsilon,
});

export const batchNorm = defineExercise({
  name: 'batchNorm',
  arguments: ['x', 'gamma', 'beta', 'epsilon'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { x: tensor([[1], [3]]), gamma: tensor([2]), beta: tensor([1]), epsilon: 3 }),
    ...batchCases(drawn, { label: 'N = 1, so out is beta' }),
    randomCase(
      'standardized',
      (random) => ({ ...drawn(random, [5, 3]), gamma: filled([3], 1), beta: filled([3], 0) }),
      { label: 'gamma is 1 and beta is 0' },
    ),
  ],
  checks: [
    reference('out', { points: 4 }),
    reference('mean', { points: 1.5 }),
    reference('variance', { points: 1.5 }),
    property('unchangedUnder', {
      points: 1,
      transform: 'addSameRowToAllRows',
      argument: 'x',
      fields: ['out', 'variance'],
    }),
    property('columnsSumTo', { points: 1, field: 'out', sum: 0, on: ['standardized'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'sample-variance': batchNormWith({ variance: sampleVariance }),
    'difference-of-large-squares': (x, gamma, beta, epsilon) => {
      const mean = x.mean<tf.Tensor1D>(0);
      const variance = x.square().mean(0).sub<tf.Tensor1D>(mean.square());
      return { out: x.sub(mean).div(variance.add(epsilon).sqrt()).mul<tf.Tensor2D>(gamma).add(beta), mean, variance };
    },
    'sample-variance-returned': batchNormWith({ returned: (variance, _, n) => variance.mul(n / (n - 1)) }),
    'epsilon-outside-root': batchNormWith({ deviation: (variance, epsilon) => variance.sqrt().add(epsilon) }),
    'epsilon-forgotten': batchNormWith({ deviation: (variance) => variance.sqrt() }),
    'root-forgotten': batchNormWith({ deviation: (variance, epsilon) => variance.add(epsilon) }),
    'variance-with-epsilon': batchNormWith({ returned: (variance, epsilon) => variance.add(epsilon) }),
    'deviation-returned': batchNormWith({ returned: (variance) => variance.sqrt() }),
    'deviation-with-epsilon-returned': batchNormWith({ returned: (variance, epsilon) => variance.add(epsilon).sqrt() }),
    'gamma-and-beta-swapped': batchNormWith({ affine: (normalized, gamma, beta) => normalized.mul(beta).add(gamma) }),
    'gamma-forgotten': batchNormWith({ affine: (normalized, _, beta) => normalized.add(beta) }),
    'beta-forgotten': batchNormWith({ affine: (normalized, gamma) => normalized.mul(gamma) }),
    'scale-and-shift-forgotten': batchNormWith({ affine: (normalized) => normalized }),
    'shift-before-scale': batchNormWith({ affine: (normalized, gamma, beta) => normalized.add(beta).mul(gamma) }),
    'mean-not-subtracted': (x, gamma, beta, epsilon) => {
      const { mean, variance } = batchNormWith({})(x, gamma, beta, epsilon);
      return { out: x.div(variance.add(epsilon).sqrt()).mul(gamma).add(beta), mean, variance };
    },
    'each-example-for-itself': (x, gamma, beta, epsilon) => {
      const { mean, variance } = tf.moments(x, 1, true);
      const out = x.sub(mean).div(variance.add(epsilon).sqrt()).mul<tf.Tensor2D>(gamma).add<tf.Tensor2D>(beta);
      return { out, mean: mean.squeeze([1]), variance: variance.squeeze([1]) };
    },
    'all-features-together': batchNormWith({ mean: (x) => x.mean(), variance: (centred) => centred.square().mean() }),
  }),
  alternatives: alternatives.batchNorm,
  witnesses: [
    {
      name: 'tf.moments and tf.batchNorm',
      compute: (x, gamma, beta, epsilon) => {
        const { mean, variance } = tf.moments(x, 0);
        return {
          out: tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, beta, gamma, epsilon),
          mean,
          variance,
        };
      },
    },
  ],
  forbidden,
});
