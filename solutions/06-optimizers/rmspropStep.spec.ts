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
import { rmspropStep as solution } from './optimizers';
import { onTheValley } from './valley';
import * as witnesses from './witnesses';

const draw = (random: Random, shape: readonly number[]): Inputs => ({
  w: random.normal(shape),
  dw: random.normal(shape),
  s: random.uniform(shape, 0.5, 3),
  options: { learningRate: random.number(0.1, 0.5), decay: random.number(0.7, 0.9), epsilon: 1e-8 },
});

type Options = Parameters<typeof solution>[3];
const meanOf = (dw: Tensor, s: Tensor, decay: number): Tensor => s.mul(decay).add(dw.square().mul(1 - decay));
const moved = (w: Tensor, dw: Tensor, divisor: Tensor, { learningRate }: Options): Tensor =>
  w.sub(dw.mul(learningRate).div(divisor));

/** The step with another way to get the new s. */
function stepWithMean(mean: (dw: Tensor, s: Tensor, decay: number) => Tensor): typeof solution {
  return (w, dw, s, options) => {
    const next = mean(dw, s, options.decay);
    return { w: moved(w, dw, next.sqrt().add(options.epsilon), options), s: next };
  };
}

/** The step with another divisor, computed from the new s. */
function stepWithDivisor(divisor: (mean: Tensor, epsilon: number) => Tensor): typeof solution {
  return (w, dw, s, options) => {
    const next = meanOf(dw, s, options.decay);
    return { w: moved(w, dw, divisor(next, options.epsilon), options), s: next };
  };
}

const cases: readonly CaseSpec[] = [
  fixedCase('by-hand', {
    w: tensor([1]),
    dw: tensor([2]),
    s: tensor([14]),
    options: { learningRate: 0.5, decay: 0.5, epsilon: 1 },
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
        { decay: 0.9, epsilon: 1e-8 },
      ),
    { label: 'three steps follow one another and the learning rate changes' },
  ),
  onTheValley({ s: zeros([2]) }, { learningRate: 0.15, decay: 0.9, epsilon: 1e-8 }),
  randomCase(
    'tiny-gradients',
    (random) => ({
      w: zeros([3]),
      dw: tinyGradients(random),
      s: zeros([3]),
      options: { learningRate: 0.1, decay: 0.9, epsilon: 1e-8 },
    }),
    { label: 'the gradients are as small as epsilon', small: true },
  ),
  randomCase('zero-gradient', (random) => ({ ...draw(random, [3]), dw: zeros([3]), s: zeros([3]) }), {
    label: 'the gradient and s are zeros',
  }),
  randomCase(
    'no-rate',
    (random) => ({ ...draw(random, [3]), options: { learningRate: 0, decay: 0.8, epsilon: 1e-8 } }),
    { label: 'learningRate is 0' },
  ),
  randomCase(
    'no-memory',
    (random) => ({ ...draw(random, [3]), options: { learningRate: 0.2, decay: 0, epsilon: 0 } }),
    { label: 'decay and epsilon are 0' },
  ),
  randomCase('scalar', (random) => draw(random, []), { label: 'w is a scalar' }),
  randomCase('three-axes', (random) => draw(random, [2, 1, 3]), { label: 'w has three axes' }),
];

export const rmspropStep = defineExercise({
  name: 'rmspropStep',
  arguments: ['w', 'dw', 's', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('s', cases, { w: 3.5, memory: 2.5, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      'sum-for-mean': stepWithMean((dw, s) => s.add(dw.square())),
      'gradient-unweighted': stepWithMean((dw, s, decay) => s.mul(decay).add(dw.square())),
      'weight-squared': stepWithMean((dw, s, decay) => s.mul(decay).add(dw.mul(1 - decay).square())),
      'decay-on-both': stepWithMean((dw, s, decay) => s.add(dw.square()).mul(decay)),
      'weights-swapped': stepWithMean((dw, s, decay) => meanOf(dw, s, 1 - decay)),
      'gradient-not-squared': stepWithMean((dw, s, decay) => s.mul(decay).add(dw.mul(1 - decay))),
      'no-root': stepWithDivisor((mean, epsilon) => mean.add(epsilon)),
      'epsilon-inside-root': stepWithDivisor((mean, epsilon) => mean.add(epsilon).sqrt()),
      'epsilon-missing': stepWithDivisor((mean) => mean.sqrt()),
      'old-mean-divides': (w, dw, s, options) => ({
        w: moved(w, dw, s.sqrt().add(options.epsilon), options),
        s: meanOf(dw, s, options.decay),
      }),
      'old-mean-returned': (w, dw, s, options) => ({ ...solution(w, dw, s, options), s: s.clone() }),
      'gradient-added': (w, dw, s, options) => ({ ...solution(w, dw.neg(), s, options) }),
    }),
    ...memoryInModule('mean-in-module', 's', solution),
  ],
  alternatives: { loops: loops.rmspropStep, identities: identities.rmspropStep },
  witnesses: [
    {
      name: 'tf.train.rmsprop',
      compute: witnesses.rmspropStep,
      on: cases.map(({ id }) => id).filter((id) => id !== 'no-memory'),
    },
  ],
  forbidden: libraryAnswers,
});
