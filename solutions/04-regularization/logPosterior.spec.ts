import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import type { Penalty } from 'descent';
import {
  defineExercise,
  filled,
  fixedCase,
  gradient,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
  type Inputs,
  type Random,
} from 'descent/author';
import * as alternatives from './alternatives';
import { mistake } from './mistakes';
import * as solution from './regularization';

type LogPosterior = typeof solution.logPosterior;

/** Several w for the same data, since values are compared up to a constant. */
const severalW = (random: Random, given: Inputs, features: number): Inputs[] =>
  Array.from({ length: 3 }, () => ({ w: random.normal([features]), ...given }));
const variances = (random: Random): Inputs => ({
  noiseVariance: random.number(0.3, 0.7),
  priorVariance: random.number(1.5, 3),
});
const byHand = { x: tensor([[1], [2]]), targets: tensor([1, 3]), noiseVariance: 2, priorVariance: 4 };
const ridge = {
  x: tensor([
    [1, 0],
    [0, 2],
  ]),
  targets: tensor([2, 5]),
  noiseVariance: 2,
  priorVariance: 2,
};

/** Factors of the terms; the right ones are −1/(2σ²), −1/(2τ²), −1/σ², −1/τ². */
interface Weights {
  readonly likelihood: number;
  readonly prior: number;
  readonly dLikelihood: number;
  readonly dPrior: number;
}
const right = (noise: number, prior: number): Weights => ({
  likelihood: -0.5 / noise,
  prior: -0.5 / prior,
  dLikelihood: -1 / noise,
  dPrior: -1 / prior,
});
const weighted =
  (weights: (noise: number, prior: number, examples: number) => Weights): LogPosterior =>
  (w, x, targets, noiseVariance, priorVariance) =>
    tf.tidy(() => {
      const { likelihood, prior, dLikelihood, dPrior } = weights(noiseVariance, priorVariance, x.shape[0]);
      const residuals = tf.sub<Tensor1D>(tf.dot(x, w), targets);
      const value = tf.add<Scalar>(
        tf.mul(likelihood, tf.sum(tf.square(residuals))),
        tf.mul(prior, tf.sum(tf.square(w))),
      );
      return { value, dw: tf.add<Tensor1D>(tf.mul(dLikelihood, tf.dot(residuals, x)), tf.mul(dPrior, w)) };
    });

/** The exercise with a penalty of strength λ = 1/(2τ²) as the prior. */
const withPenalty =
  (l2Penalty: (W: Tensor1D, lambda: number) => Penalty): LogPosterior =>
  (w, x, targets, noiseVariance, priorVariance) =>
    tf.tidy(() => {
      const likelihood = solution.logPosterior(w, x, targets, noiseVariance, Infinity);
      const { penalty, dW } = l2Penalty(w, 0.5 / priorVariance);
      return { value: tf.sub<Scalar>(likelihood.value, penalty), dw: tf.sub<Tensor1D>(likelihood.dw, dW) };
    });

export const logPosterior = defineExercise({
  name: 'logPosterior',
  arguments: ['w', 'x', 'targets', 'noiseVariance', 'priorVariance'],
  reference: solution.logPosterior,
  cases: [
    fixedCase('by-hand', [
      { w: tensor([0]), ...byHand },
      { w: tensor([1]), ...byHand },
    ]),
    randomCase('tall', (random) =>
      severalW(random, { x: random.normal([12, 11]), targets: random.normal([12]), ...variances(random) }, 11),
    ),
    randomCase(
      'square',
      (random) => severalW(random, { x: random.normal([3, 3]), targets: random.normal([3]), ...variances(random) }, 3),
      { label: 'x is square' },
    ),
    randomCase(
      'wide',
      (random) => severalW(random, { x: random.normal([2, 4]), targets: random.normal([2]), ...variances(random) }, 4),
      { label: 'there are fewer examples than features' },
    ),
    randomCase(
      'one-example',
      (random) => severalW(random, { x: random.normal([1, 3]), targets: random.normal([1]), ...variances(random) }, 3),
      { label: 'there is one example' },
    ),
    fixedCase(
      'at-maximum',
      [
        { w: tensor([1, 2]), ...ridge },
        { w: tensor([1.5, 2]), ...ridge },
        { w: filled([2], 0), ...ridge },
      ],
      { label: 'the first w is the ridge solution' },
    ),
  ],
  checks: [
    reference('value', { points: 3.5, comparison: { rule: 'upToConstant' } }),
    reference('dw', { points: 3.5 }),
    gradient({
      points: 1.5,
      loss: 'value',
      gradient: 'dw',
      of: 'w',
      on: ['by-hand', 'tall', 'square', 'wide', 'one-example'],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: [
    mistake(
      'negated',
      weighted((noise, prior) => ({
        likelihood: 0.5 / noise,
        prior: 0.5 / prior,
        dLikelihood: 1 / noise,
        dPrior: 1 / prior,
      })),
    ),
    mistake(
      'variances-squared',
      weighted((noise, prior) => right(noise ** 2, prior ** 2)),
    ),
    mistake(
      'variances-swapped',
      weighted((noise, prior) => right(prior, noise)),
    ),
    mistake(
      'prior-missing',
      weighted((noise) => right(noise, Infinity)),
    ),
    mistake(
      'prior-missing-in-gradient',
      weighted((noise, prior) => ({ ...right(noise, prior), dPrior: 0 })),
    ),
    mistake(
      'prior-sign-in-gradient',
      weighted((noise, prior) => ({ ...right(noise, prior), dPrior: 1 / prior })),
    ),
    mistake(
      'multiplied-by-variances',
      weighted((noise, prior) => ({ ...right(noise, prior), likelihood: -noise / 2, prior: -prior / 2 })),
    ),
    mistake(
      'residual-reversed',
      weighted((noise, prior) => ({ ...right(noise, prior), dLikelihood: 1 / noise })),
    ),
    mistake(
      'mean-for-sum',
      weighted((noise, prior, examples) => right(noise * examples, prior)),
    ),
    mistake(
      'value-without-half',
      weighted((noise, prior) => ({ ...right(noise, prior), likelihood: -1 / noise, prior: -1 / prior })),
    ),
  ],
  buildsOn: { l2Penalty: (neighbour) => withPenalty(neighbour as (W: Tensor1D, lambda: number) => Penalty) },
  alternatives: alternatives.logPosterior,
  witnesses: [
    {
      name: 'tf.valueAndGrad of the two densities',
      compute: (w, x, targets, noiseVariance, priorVariance) => {
        const density = (z: tf.Tensor, variance: number): tf.Tensor => tf.sum(tf.div(tf.square(z), -2 * variance));
        const f = (v: tf.Tensor): tf.Tensor =>
          tf.add(density(tf.sub(targets, tf.dot(x, v)), noiseVariance), density(v, priorVariance));
        const { value, grad } = tf.valueAndGrad(f)(w);
        return { value, dw: grad };
      },
    },
  ],
  forbidden: libraryAnswers,
});
