import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  altered,
  defineExercise,
  filled,
  fixedCase,
  gradient,
  type Inputs,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  reference,
  tensor,
  tidied,
} from 'descent/author';
import { ridgeLossAugmented, ridgeLossByLoops, ridgeLossByNormalEquations } from './alternatives';
import { ridgeLoss as solution } from './losses';

type Factor = number | ((n: number) => number);

/** Factors of the terms: in the loss Σ(xw − t)² and λΣw², in the gradient xᵀ(xw − t) and λw. */
interface Factors {
  readonly squares?: Factor;
  readonly residuals?: Factor;
  readonly penalty?: Factor;
  readonly decay?: Factor;
}

/** Creates the ridge loss with other factors. */
function ridgeWith({ squares = 0.5, residuals = 1, penalty = 0.5, decay = 1 }: Factors): () => typeof solution {
  return () =>
    tidied((w, x, targets, lambda) => {
      const of = (factor: Factor): number => (typeof factor === 'number' ? factor : factor(x.shape[0]));
      const r = x.dot(w).sub<Tensor1D>(targets);
      const loss = tf
        .sum(r.square())
        .mul(of(squares))
        .add<Scalar>(tf.sum(w.square()).mul(of(penalty) * lambda));
      const data = r.mul(of(residuals)).dot(x);
      return { loss, dw: data.add<Tensor1D>(w.mul(of(decay) * lambda)) };
    });
}

const drawn = (random: Random, [n, d]: readonly [n: number, d: number], lambda: number): Inputs => ({
  w: random.normal([d]),
  x: random.normal([n, d]),
  targets: random.normal([n], { scale: 2 }),
  lambda,
});

// If every residual is 0, differences of the loss are only rounding.
const imperfect = [
  'by-hand',
  'random',
  'square',
  'one-example',
  'few-examples',
  'no-regularization',
  'zero-weights',
  'zero-targets',
];

export const ridgeLoss = defineExercise({
  name: 'ridgeLoss',
  arguments: ['w', 'x', 'targets', 'lambda'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { w: tensor([2]), x: tensor([[1], [3]]), targets: tensor([1, 4]), lambda: 0.5 }),
    randomCase('random', (random) => drawn(random, [12, 11], 0.7)),
    randomCase('square', (random) => drawn(random, [3, 3], 0.4), { label: 'N = D' }),
    randomCase('one-example', (random) => drawn(random, [1, 4], 0.3), { label: 'N = 1' }),
    randomCase('few-examples', (random) => drawn(random, [2, 5], 1.5), {
      label: 'there are fewer examples than features',
    }),
    randomCase('no-regularization', (random) => drawn(random, [4, 2], 0), { label: 'lambda is 0' }),
    randomCase('strong-regularization', (random) => drawn(random, [6, 2], 20), { label: 'lambda is 20' }),
    randomCase('zero-weights', (random) => ({ ...drawn(random, [4, 3], 0.6), w: filled([3], 0) }), { label: 'w is 0' }),
    fixedCase(
      'perfect-fit',
      {
        w: tensor([1, -2]),
        x: tensor([
          [1, 0],
          [3, 1],
          [2, 2],
        ]),
        targets: tensor([1, 1, -2]),
        lambda: 0.5,
      },
      { label: 'every residual is 0' },
    ),
    randomCase('zero-targets', (random) => ({ ...drawn(random, [4, 3], 0.8), targets: filled([4], 0) }), {
      label: 'targets are 0',
    }),
  ],
  checks: [
    reference('loss', { points: 3 }),
    reference('dw', { points: 3 }),
    gradient({ points: 1, loss: 'loss', gradient: 'dw', of: 'w', part: 'data', strength: 'lambda', on: imperfect }),
    gradient({ points: 1, loss: 'loss', gradient: 'dw', of: 'w', part: 'regularization', strength: 'lambda' }),
    property('scalesWith', {
      id: 'lossIsQuadratic',
      points: 0.5,
      argument: 'w',
      factor: 3,
      power: 2,
      fields: ['loss'],
      on: ['zero-targets'],
    }),
    property('scalesWith', {
      id: 'gradientIsLinear',
      points: 0.5,
      argument: 'w',
      factor: 3,
      power: 1,
      fields: ['dw'],
      on: ['zero-targets'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'everything-divided-by-n',
      make: ridgeWith({
        squares: (n) => 0.5 / n,
        residuals: (n) => 1 / n,
        penalty: (n) => 0.5 / n,
        decay: (n) => 1 / n,
      }),
    },
    { id: 'mean-for-sum', make: ridgeWith({ squares: (n) => 0.5 / n, residuals: (n) => 1 / n }) },
    { id: 'mean-for-sum-in-loss', make: ridgeWith({ squares: (n) => 0.5 / n }) },
    { id: 'mean-for-sum-in-gradient', make: ridgeWith({ residuals: (n) => 1 / n }) },
    { id: 'mean-squared-error', make: ridgeWith({ squares: (n) => 1 / n, residuals: (n) => 2 / n }) },
    { id: 'residual-sign', make: ridgeWith({ residuals: -1 }) },
    { id: 'missing-half', make: ridgeWith({ squares: 1, residuals: 2 }) },
    { id: 'missing-half-in-loss', make: ridgeWith({ squares: 1 }) },
    { id: 'two-in-gradient', make: ridgeWith({ residuals: 2 }) },
    { id: 'doubled-regularization', make: ridgeWith({ penalty: 1, decay: 2 }) },
    { id: 'doubled-regularization-in-loss', make: ridgeWith({ penalty: 1 }) },
    { id: 'doubled-regularization-in-gradient', make: ridgeWith({ decay: 2 }) },
    { id: 'missing-regularization', make: ridgeWith({ penalty: 0, decay: 0 }) },
    { id: 'missing-regularization-loss', make: ridgeWith({ penalty: 0 }) },
    { id: 'missing-regularization-gradient', make: ridgeWith({ decay: 0 }) },
    { id: 'regularization-divided-by-n', make: ridgeWith({ penalty: (n) => 0.5 / n, decay: (n) => 1 / n }) },
    {
      id: 'square-of-summed-weights',
      make: altered(solution, (_, w, x, targets, lambda) => ({
        loss: x
          .dot(w)
          .sub(targets)
          .square()
          .sum()
          .div(2)
          .add(
            w
              .sum()
              .square()
              .mul(lambda / 2),
          ),
      })),
    },
    {
      id: 'first-weight-free',
      make: altered(solution, ({ loss, dw }, w, _x, _targets, lambda) => {
        const first = w.mul(
          tf
            .oneHot(tf.tensor1d([0], 'int32'), w.size + 1)
            .slice([0, 0], [1, w.size])
            .flatten(),
        );
        return {
          loss: loss.sub(
            first
              .square()
              .sum()
              .mul(lambda / 2),
          ),
          dw: dw.sub(first.mul(lambda)),
        };
      }),
    },
    {
      id: 'residuals-of-all-pairs',
      make: () =>
        tidied((w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number) => {
          const residuals = tf.matMul(x, w.expandDims(1)).sub(targets); // (N, 1) less (N,) is (N, N)
          const loss = residuals
            .square()
            .sum()
            .div(2)
            .add<Scalar>(
              w
                .square()
                .sum()
                .mul(lambda / 2),
            );
          return { loss, dw: tf.matMul(x, residuals, true).sum(1).add<Tensor1D>(w.mul(lambda)) };
        }),
    },
  ],
  alternatives: {
    'loops over examples': ridgeLossByLoops,
    'least squares with rows for the penalty': ridgeLossAugmented,
    'the Gram matrix': ridgeLossByNormalEquations,
  },
  witnesses: [
    {
      name: 'tf.losses.meanSquaredError and tf.grad',
      compute: tidied((w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number) => {
        const loss = (v: Tensor): Scalar => {
          const predictions = tf.matMul(x, v.reshape([-1, 1])).reshape([-1]);
          return tf.losses
            .meanSquaredError(targets, predictions)
            .mul(x.shape[0] / 2)
            .add(
              v
                .square()
                .sum()
                .mul(lambda / 2),
            );
        };
        return { loss: loss(w), dw: tf.grad(loss)(w) };
      }),
    },
  ],
  forbidden: libraryAnswers,
});
