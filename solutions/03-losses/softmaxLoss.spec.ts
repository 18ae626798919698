import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss } from 'descent';
import {
  altered,
  defineExercise,
  filled,
  fixedCase,
  gradient,
  type Inputs,
  labels,
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
import { softmaxLossByExamples, softmaxLossByLoops } from './alternatives';
import { crossEntropy, softmax, softmaxLoss as solution } from './losses';
import {
  batchMax,
  crossEntropyAfter,
  crossEntropyFrom,
  crossEntropyOn,
  noShift,
  softmaxLossWith,
  softmaxWith,
  truthOf,
} from './mistakes';

/** N examples of D features and C classes, moderate scores. */
const drawn = (random: Random, [n, d, c]: readonly [n: number, d: number, c: number], lambda: number): Inputs => ({
  W: random.normal([c, d], { scale: 0.7 }),
  x: random.normal([n, d]),
  y: random.labels(n, c),
  lambda,
});

const moderate = [
  'by-hand',
  'random',
  'square',
  'one-example',
  'two-classes',
  'one-class-only',
  'no-regularization',
  'zero-weights',
];
const extreme = ['extreme-scores', 'random-extremes'];

type Factor = number | ((n: number) => number);

/** Creates the softmax loss with other factors of λΣW² in the loss and λW in the gradient. */
function regularized(inLoss: Factor, inGradient: Factor): () => typeof solution {
  const of = (factor: Factor, n: number): number => (typeof factor === 'number' ? factor : factor(n));
  return softmaxLossWith({
    penalty: (W, lambda, n) => tf.sum(W.square()).mul(of(inLoss, n) * lambda),
    penaltyGradient: (W, lambda, n) => W.mul(of(inGradient, n) * lambda),
  });
}

/** Creates the softmax loss with some fields of its cross-entropy replaced. */
function onAltered(
  change: (right: ScoresLoss, scores: Tensor2D) => { readonly loss?: Tensor; readonly dScores?: Tensor },
): () => typeof solution {
  return softmaxLossWith({ data: altered(crossEntropy, change)() });
}

export const softmaxLoss = defineExercise({
  name: 'softmaxLoss',
  arguments: ['W', 'x', 'y', 'lambda'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { W: tensor([[1], [-1]]), x: tensor([[1]]), y: labels([0]), lambda: 0.1 }),
    randomCase('random', (random) => drawn(random, [12, 2, 11], 0.3)),
    randomCase('square', (random) => drawn(random, [3, 3, 3], 0.2), { label: 'N = D = C' }),
    randomCase('one-example', (random) => drawn(random, [1, 4, 3], 0.1), { label: 'N = 1' }),
    randomCase('two-classes', (random) => drawn(random, [4, 3, 2], 0.5), { label: 'C = 2' }),
    randomCase('one-class-only', (random) => ({ ...drawn(random, [4, 2, 3], 0.25), y: labels([0, 0, 0, 0]) }), {
      label: 'all labels are 0',
    }),
    randomCase('no-regularization', (random) => drawn(random, [5, 2, 4], 0), { label: 'lambda is 0' }),
    randomCase('zero-weights', (random) => ({ ...drawn(random, [4, 2, 3], 0.5), W: filled([3, 2], 0) }), {
      label: 'W is 0, so that the loss is ln C',
    }),
    fixedCase(
      'extreme-scores',
      {
        W: tensor([
          [1, 0.5],
          [0.5, 1],
          [1, 1],
        ]),
        x: tensor([
          [6000, 4000],
          [-4000, -6000],
        ]),
        y: labels([0, 2]),
        lambda: 0.1,
      },
      { label: 'scores reach ±10,000' },
    ),
    randomCase(
      'random-extremes',
      (random) => {
        const row = (sign: 1 | -1): number[] => [1, 2].map(() => sign * random.number(4e3, 8e3));
        return { W: random.uniform([3, 2], 0.3, 1), x: tensor([row(1), row(-1)]), y: random.labels(2, 3), lambda: 0.1 };
      },
      { label: 'scores reach ±10,000' },
    ),
    // The size of CIFAR-10, where a gradient can be checked along directions only.
    randomCase(
      'large',
      (random) => ({
        W: random.normal([10, 3073], { scale: 0.05 }),
        x: random.normal([8, 3073], { scale: 0.1 }),
        y: random.labels(8, 10),
        lambda: 1e-3,
      }),
      { label: 'C = 10 and D = 3073', copies: { public: 0, hidden: 1 }, reserved: true },
    ),
  ],
  checks: [
    reference('loss', { points: 2.5, on: moderate }),
    reference('dW', { points: 2.5, on: moderate }),
    reference('loss', { id: 'lossOfExtremeScores', points: 0.5, on: extreme }),
    reference('dW', { id: 'dWOfExtremeScores', points: 0.5, on: extreme }),
    gradient({
      points: 1.5,
      loss: 'loss',
      gradient: 'dW',
      of: 'W',
      part: 'data',
      strength: 'lambda',
      on: [...moderate, 'large'],
    }),
    gradient({
      points: 1,
      loss: 'loss',
      gradient: 'dW',
      of: 'W',
      part: 'regularization',
      strength: 'lambda',
      on: moderate,
    }),
    property('unchangedUnder', {
      points: 0.5,
      transform: 'addSameRowToAllRows',
      argument: 'W',
      on: ['no-regularization'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    { id: 'half-regularization', make: regularized(0.5, 1) },
    { id: 'half-regularization-in-loss', make: regularized(0.5, 2) },
    { id: 'half-regularization-in-gradient', make: regularized(1, 1) },
    { id: 'missing-regularization', make: regularized(0, 0) },
    { id: 'missing-regularization-loss', make: regularized(0, 2) },
    { id: 'missing-regularization-gradient', make: regularized(1, 0) },
    {
      id: 'regularization-divided-by-n',
      make: regularized(
        (n) => 1 / n,
        (n) => 2 / n,
      ),
    },
    {
      id: 'half-regularization-divided-by-n',
      make: regularized(
        (n) => 0.5 / n,
        (n) => 1 / n,
      ),
    },
    { id: 'regularization-subtracted', make: regularized(1, -2) },
    { id: 'norm-for-its-square', make: softmaxLossWith({ penalty: (W, lambda) => W.norm().mul(lambda) }) },
    { id: 'regularization-divided-by-n-in-loss', make: regularized((n) => 1 / n, 2) },
    { id: 'regularization-divided-by-n-in-gradient', make: regularized(1, (n) => 2 / n) },
    { id: 'mean-of-squared-weights', make: softmaxLossWith({ penalty: (W, lambda) => W.square().mean().mul(lambda) }) },
    {
      id: 'absolute-weights',
      make: softmaxLossWith({
        penalty: (W, lambda) => W.abs().sum().mul(lambda),
        penaltyGradient: (W, lambda) => W.sign().mul(lambda),
      }),
    },
    { id: 'loss-not-divided', make: onAltered(({ loss }, { shape: [n] }) => ({ loss: loss.mul(n) })) },
    { id: 'gradient-not-divided', make: onAltered(({ dScores }, { shape: [n] }) => ({ dScores: dScores.mul(n) })) },
    {
      id: 'sum-for-mean',
      make: onAltered(({ loss, dScores }, { shape: [n] }) => ({ loss: loss.mul(n), dScores: dScores.mul(n) })),
    },
    { id: 'gradient-without-one', make: onAltered((_, scores) => ({ dScores: softmax(scores).div(scores.shape[0]) })) },
    { id: 'no-max-subtraction', make: softmaxLossWith({ data: crossEntropyFrom(softmaxWith(noShift)())() }) },
    { id: 'batch-max', make: softmaxLossWith({ data: crossEntropyAfter(batchMax) }) },
    {
      id: 'clipped-probability',
      make: softmaxLossWith({ data: crossEntropyFrom(softmax, (p) => p.maximum(1e-7).log())() }),
    },
    {
      id: 'transposed-scores',
      make: () =>
        tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => {
          const p = softmax(tf.matMul(W, x, false, true)); // (C, N)
          const truth = tf.oneHot(y, W.shape[0], 1, 0, 'float32');
          const loss = p.mul(truth).sum(1).log().mean().neg().add<Scalar>(W.square().sum().mul(lambda));
          return { loss, dW: tf.matMul(p.sub(truth).div<Tensor2D>(x.shape[0]), x).add<Tensor2D>(W.mul(2 * lambda)) };
        }),
    },
    {
      id: 'weights-not-transposed',
      make: () =>
        tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => {
          const { loss, dScores } = crossEntropy(tf.matMul(x, W), y);
          return {
            loss: loss.add<Scalar>(W.square().sum().mul(lambda)),
            dW: tf.matMul(dScores, x, true).add<Tensor2D>(W.mul(2 * lambda)),
          };
        }),
    },
    {
      id: 'transposed-gradient',
      make: altered(solution, (_, W, x, y, lambda) => ({
        dW: tf.matMul(x, crossEntropy(tf.matMul(x, W, false, true), y).dScores, true).add(W.mul(2 * lambda)),
      })),
    },
  ],
  buildsOn: {
    crossEntropy: (neighbour) => softmaxLossWith({ data: neighbour as typeof crossEntropy })(),
    softmax: (neighbour) => softmaxLossWith({ data: crossEntropyOn(neighbour as typeof softmax) })(),
  },
  alternatives: { 'loops over examples': softmaxLossByLoops, 'outer products of examples': softmaxLossByExamples },
  witnesses: [
    {
      name: 'tf.losses.softmaxCrossEntropy and tf.grad',
      compute: tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => {
        const truth = truthOf(tf.matMul(x, W, false, true), y);
        const loss = (w: Tensor): Scalar =>
          tf.losses
            .softmaxCrossEntropy(truth, tf.matMul(x, w as Tensor2D, false, true))
            .add(w.square().sum().mul(lambda));
        return { loss: loss(W), dW: tf.grad(loss)(W) };
      }),
    },
  ],
  forbidden: libraryAnswers,
});
