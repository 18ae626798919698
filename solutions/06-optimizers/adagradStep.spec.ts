import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  libraryAnswers,
  previous,
  randomCase,
  tensor,
  wrong,
  type CaseSpec,
  type Inputs,
  type Random,
} from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { threeSteps, tinyGradients, zeros } from './cases';
import { checksOfStep } from './checks';
import { memoryInModule } from './moduleVariable';
import { adagradStep as solution } from './optimizers';
import { onTheValley } from './valley';
import * as witnesses from './witnesses';

const draw = (random: Random, shape: readonly number[]): Inputs => ({
  w: random.normal(shape),
  dw: random.normal(shape),
  s: random.uniform(shape, 0.5, 3),
  options: { learningRate: random.number(0.1, 0.5), epsilon: 1e-8 },
});

type Options = Parameters<typeof solution>[3];
const sumOf = (dw: Tensor, s: Tensor): Tensor => s.add(dw.square());
const moved = (w: Tensor, dw: Tensor, divisor: Tensor, { learningRate }: Options): Tensor =>
  w.sub(dw.mul(learningRate).div(divisor));

/** The step with another way to get the new s. */
function stepWithSum(sum: (dw: Tensor, s: Tensor) => Tensor): typeof solution {
  return (w, dw, s, options) => {
    const next = sum(dw, s);
    return { w: moved(w, dw, next.sqrt().add(options.epsilon), options), s: next };
  };
}

/** The step with another divisor, computed from the new s. */
function stepWithDivisor(divisor: (sum: Tensor, epsilon: number) => Tensor): typeof solution {
  return (w, dw, s, options) => ({ w: moved(w, dw, divisor(sumOf(dw, s), options.epsilon), options), s: sumOf(dw, s) });
}

const cases: readonly CaseSpec[] = [
  fixedCase('by-hand', {
    w: tensor([1]),
    dw: tensor([3]),
    s: tensor([16]),
    options: { learningRate: 0.5, epsilon: 1 },
  }),
  randomCase('small', (random) => draw(random, [3, 2])),
  randomCase('first-step', (random) => ({ ...draw(random, [4]), s: zeros([4]) }), { label: 's is zeros' }),
  randomCase(
    'several-steps',
    (random) =>
      threeSteps(
        () => ({ dw: random.normal([2, 2]) }),
        { w: random.normal([2, 2]), s: zeros([2, 2]) },
        { w: previous('w'), s: previous('s') },
        { epsilon: 1e-8 },
      ),
    { label: 'three steps follow one another and the learning rate changes' },
  ),
  onTheValley({ s: zeros([2]) }, { learningRate: 0.6, epsilon: 1e-8 }),
  randomCase(
    'tiny-gradients',
    (random) => ({
      w: zeros([3]),
      dw: tinyGradients(random),
      s: zeros([3]),
      options: { learningRate: 0.1, epsilon: 1e-8 },
    }),
    { label: 'the gradients are as small as epsilon', small: true },
  ),
  randomCase('zero-gradient', (random) => ({ ...draw(random, [3]), dw: zeros([3]), s: zeros([3]) }), {
    label: 'the gradient and s are zeros',
  }),
  randomCase('no-rate', (random) => ({ ...draw(random, [3]), options: { learningRate: 0, epsilon: 1e-8 } }), {
    label: 'learningRate is 0',
  }),
  randomCase('no-epsilon', (random) => ({ ...draw(random, [3]), options: { learningRate: 0.2, epsilon: 0 } }), {
    label: 'epsilon is 0',
  }),
  randomCase('scalar', (random) => draw(random, []), { label: 'w is a scalar' }),
  randomCase('three-axes', (random) => draw(random, [2, 1, 3]), { label: 'w has three axes' }),
];

export const adagradStep = defineExercise({
  name: 'adagradStep',
  arguments: ['w', 'dw', 's', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('s', cases, { w: 3.5, memory: 2.5, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      'mean-for-sum': stepWithSum((dw, s) => s.mul(0.9).add(dw.square().mul(0.1))),
      'sum-decays': stepWithSum((dw, s) => s.mul(0.9).add(dw.square())),
      'gradient-not-squared': stepWithSum((dw, s) => s.add(dw)),
      'no-root': stepWithDivisor((sum, epsilon) => sum.add(epsilon)),
      'epsilon-inside-root': stepWithDivisor((sum, epsilon) => sum.add(epsilon).sqrt()),
      'epsilon-of-its-own': stepWithDivisor((sum) => sum.sqrt().add(1e-8)),
      'gradient-missing': (w, dw, s, options) => ({
        w: moved(w, tf.onesLike(dw), sumOf(dw, s).sqrt().add(options.epsilon), options),
        s: sumOf(dw, s),
      }),
      'epsilon-missing': stepWithDivisor((sum) => sum.sqrt()),
      'old-sum-divides': (w, dw, s, options) => ({
        w: moved(w, dw, s.sqrt().add(options.epsilon), options),
        s: sumOf(dw, s),
      }),
      'old-sum-returned': (w, dw, s, options) => ({ ...solution(w, dw, s, options), s: s.clone() }),
      'gradient-added': (w, dw, s, options) => ({ ...solution(w, dw.neg(), s, options) }),
    }),
    ...memoryInModule('sum-in-module', 's', solution),
  ],
  alternatives: { loops: loops.adagradStep, identities: identities.adagradStep },
  witnesses: [
    {
      name: 'tf.train.adagrad',
      compute: witnesses.adagradStep,
      on: ['by-hand', 'small', 'first-step', 'several-steps', 'scalar', 'three-axes'],
    },
  ],
  forbidden: libraryAnswers,
});
