import type { Tensor } from '@tensorflow/tfjs';
import { defineExercise, libraryAnswers, tensor, wrong } from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { checksOfStep } from './checks';
import { memoryInModule } from './moduleVariable';
import { rmspropStep as solution } from './optimizers';
import { moved, squaresCases } from './squares';
import * as witnesses from './witnesses';

const meanOf = (dw: Tensor, s: Tensor, decay: number): Tensor => s.mul(decay).add(dw.square().mul(1 - decay));

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

const cases = squaresCases({
  byHand: { w: tensor([1]), dw: tensor([2]), s: tensor([14]), options: { learningRate: 0.5, decay: 0.5, epsilon: 1 } },
  valleyRate: 0.15,
  decays: true,
});

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
