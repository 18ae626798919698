/** What Adagrad and RMSprop share: steps divided by the root of s, the sum or mean of squared gradients. */
import type { Tensor } from '@tensorflow/tfjs';
import { type CaseSpec, fixedCase, type Inputs, previous, type Random, randomCase } from 'descent/author';
import { threeSteps, tinyGradients, zeros } from './cases';
import { onTheValley } from './valley';

/** w − α·dw/divisor. */
export const moved = (
  w: Tensor,
  dw: Tensor,
  divisor: Tensor,
  { learningRate }: { readonly learningRate: number },
): Tensor => w.sub(dw.mul(learningRate).div(divisor));

interface Settings {
  readonly byHand: Inputs;
  readonly valleyRate: number;
  /** Whether the step has the option `decay`. */
  readonly decays: boolean;
}

export function squaresCases({ byHand, valleyRate, decays }: Settings): readonly CaseSpec[] {
  const optionsWith = (learningRate: number, decay: number, epsilon = 1e-8): Inputs =>
    decays ? { learningRate, decay, epsilon } : { learningRate, epsilon };
  const draw = (random: Random, shape: readonly number[]): Inputs => ({
    w: random.normal(shape),
    dw: random.normal(shape),
    s: random.uniform(shape, 0.5, 3),
    options: optionsWith(random.number(0.1, 0.5), decays ? random.number(0.7, 0.9) : NaN),
  });
  return [
    fixedCase('by-hand', byHand),
    randomCase('small', (random) => draw(random, [3, 2])),
    randomCase('first-step', (random) => ({ ...draw(random, [4]), s: zeros([4]) }), { label: 's is zeros' }),
    randomCase(
      'several-steps',
      (random) =>
        threeSteps(
          () => ({ dw: random.normal([2, 2]) }),
          { w: random.normal([2, 2]), s: zeros([2, 2]) },
          { w: previous('w'), s: previous('s') },
          decays ? { decay: 0.9, epsilon: 1e-8 } : { epsilon: 1e-8 },
        ),
      { label: 'three steps follow one another and the learning rate changes' },
    ),
    onTheValley({ s: zeros([2]) }, optionsWith(valleyRate, 0.9)),
    randomCase(
      'tiny-gradients',
      (random) => ({ w: zeros([3]), dw: tinyGradients(random), s: zeros([3]), options: optionsWith(0.1, 0.9) }),
      { label: 'the gradients are as small as epsilon', small: true },
    ),
    randomCase('zero-gradient', (random) => ({ ...draw(random, [3]), dw: zeros([3]), s: zeros([3]) }), {
      label: 'the gradient and s are zeros',
    }),
    randomCase('no-rate', (random) => ({ ...draw(random, [3]), options: optionsWith(0, 0.8) }), {
      label: 'learningRate is 0',
    }),
    randomCase(
      decays ? 'no-memory' : 'no-epsilon',
      (random) => ({ ...draw(random, [3]), options: optionsWith(0.2, 0, 0) }),
      { label: decays ? 'decay and epsilon are 0' : 'epsilon is 0' },
    ),
    randomCase('scalar', (random) => draw(random, []), { label: 'w is a scalar' }),
    randomCase('three-axes', (random) => draw(random, [2, 1, 3]), { label: 'w has three axes' }),
  ];
}
