import {
  filled,
  fixedCase,
  previous,
  randomCase,
  tensor,
  type CaseSpec,
  type Inputs,
  type Random,
  type TensorValue,
} from 'descent/author';
import { onTheValley } from './valley';

/** A tensor of zeros, such as the first state of an optimizer. */
export function zeros(shape: readonly number[]): TensorValue {
  return filled(shape, 0);
}

/** Gradients of either sign between 1e-8 and 1e-6, where an ε of 1e-8 matters, and its root would hide them. */
export function tinyGradients(random: Random): TensorValue {
  const draw = (sign: number): number => sign * 10 ** random.number(-8, -6);
  return tensor([draw(1), draw(-1), draw(1)]);
}

/**
 * Steps with learning rates 0.1, 0.05 and 0.2: the first from `start`, the others from the previous result.
 */
export function threeSteps(draw: () => Inputs, start: Inputs, carried: Inputs, options: Inputs): readonly Inputs[] {
  return [0.1, 0.05, 0.2].map((learningRate, step) => ({
    ...draw(),
    ...(step === 0 ? start : carried),
    options: { learningRate, ...options },
  }));
}

const usual = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const fresh = (shape: readonly number[]): Inputs => ({ m: zeros(shape), v: zeros(shape), t: 0 });

const later = (random: Random, shape: readonly number[]): Inputs => ({
  m: random.normal(shape, { scale: 0.5 }),
  v: random.uniform(shape, 0.2, 1),
  t: random.integer(2, 9),
});

/** Cases that Adam, Adam with L2 and AdamW share; `decay` is the option of the latter two. */
export function adamCases(decay: Inputs): readonly CaseSpec[] {
  const options = (random: Random): Inputs => ({
    learningRate: random.number(0.1, 0.3),
    beta1: random.number(0.7, 0.95),
    beta2: random.number(0.96, 0.995),
    epsilon: 1e-8,
    ...decay,
  });
  const laterStep = (random: Random, shape: readonly number[]): Inputs => ({
    w: random.normal(shape),
    dw: random.normal(shape),
    state: later(random, shape),
    options: options(random),
  });
  return [
    fixedCase('by-hand', {
      w: tensor([1]),
      dw: tensor([1]),
      state: fresh([1]),
      options: { learningRate: 0.1, ...usual, ...decay },
    }),
    randomCase(
      'first-step',
      (random) => ({
        w: random.normal([3, 2]),
        dw: random.normal([3, 2]),
        state: fresh([3, 2]),
        options: options(random),
      }),
      { label: 't is 0 and both moments are zeros' },
    ),
    randomCase('later-step', (random) => laterStep(random, [4]), { label: 't is larger than 1' }),
    randomCase(
      'several-steps',
      (random) =>
        threeSteps(
          () => ({ dw: random.normal([2, 2]) }),
          { w: random.normal([2, 2]), state: fresh([2, 2]) },
          { w: previous('w'), state: previous('state') },
          { ...usual, ...decay },
        ),
      { label: 'three steps follow one another and the learning rate changes' },
    ),
    onTheValley({ state: fresh([2]) }, { learningRate: 0.4, ...usual, ...decay }),
    randomCase(
      'tiny-gradients',
      (random) => ({
        w: zeros([3]),
        dw: tinyGradients(random),
        state: fresh([3]),
        options: { learningRate: 0.1, ...usual, ...decay },
      }),
      { label: 'the gradients are as small as epsilon', small: true },
    ),
    randomCase(
      'large-epsilon',
      (random) => ({ ...laterStep(random, [5]), options: { ...options(random), epsilon: 0.1 } }),
      { label: 'epsilon is 0.1' },
    ),
    randomCase(
      'no-rate',
      (random) => ({ ...laterStep(random, [3]), options: { ...options(random), learningRate: 0 } }),
      { label: 'learningRate is 0' },
    ),
    randomCase(
      'no-memory',
      (random) => ({ ...laterStep(random, [3]), options: { ...options(random), beta1: 0, beta2: 0, epsilon: 0 } }),
      { label: 'both betas and epsilon are 0' },
    ),
    randomCase('zero-gradient', (random) => ({ ...laterStep(random, [3]), dw: zeros([3]), state: fresh([3]) }), {
      label: 'the gradient and both moments are zeros',
    }),
    randomCase('scalar', (random) => laterStep(random, []), { label: 'w is a scalar' }),
    randomCase('three-axes', (random) => laterStep(random, [2, 1, 3]), { label: 'w has three axes' }),
  ];
}

/** Cases of Adam with the decay that this option sets. */
export function decayedAdamCases(decay: 'lambda' | 'weightDecay'): readonly CaseSpec[] {
  return [
    ...adamCases({ [decay]: 0.5 }),
    randomCase(
      'no-decay',
      (random) => ({
        w: random.normal([3]),
        dw: random.normal([3]),
        state: fresh([3]),
        options: { learningRate: 0.1, ...usual, [decay]: 0 },
      }),
      { label: `${decay} is 0` },
    ),
    randomCase(
      'other-decay',
      (random) => ({
        w: random.normal([2, 3]),
        dw: random.normal([2, 3]),
        state: { m: random.normal([2, 3], { scale: 0.5 }), v: random.uniform([2, 3], 0.2, 1), t: 3 },
        options: { learningRate: 0.2, ...usual, beta2: 0.99, [decay]: random.number(0.1, 0.4) },
      }),
      { label: `${decay} is not 0.5` },
    ),
  ];
}
