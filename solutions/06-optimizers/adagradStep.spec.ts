import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import { defineExercise, libraryAnswers, tensor, wrong } from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { checksOfStep } from './checks';
import { memoryInModule } from './moduleVariable';
import { adagradStep as solution } from './optimizers';
import { moved, squaresCases } from './squares';
import * as witnesses from './witnesses';

const sumOf = (dw: Tensor, s: Tensor): Tensor => s.add(dw.square());

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

const cases = squaresCases({
  byHand: { w: tensor([1]), dw: tensor([3]), s: tensor([16]), options: { learningRate: 0.5, epsilon: 1 } },
  valleyRate: 0.6,
  decays: false,
});

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
