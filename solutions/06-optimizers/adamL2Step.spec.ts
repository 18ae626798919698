import type { Tensor } from '@tensorflow/tfjs';
import { defineExercise, libraryAnswers, wrong } from 'descent/author';
import { adamMistakes } from './adamMistakes';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { adamOnCorrection, coupledOn } from './buildsOn';
import { decayedAdamCases } from './cases';
import { checksOfStep } from './checks';
import { adamStateInModule } from './moduleVariable';
import { adamL2Step as solution, adamStep, adamWStep } from './optimizers';
import * as witnesses from './witnesses';

/** Adam's step with another gradient in place of dw + λw. */
function stepWithGradient(gradient: (w: Tensor, dw: Tensor, lambda: number) => Tensor): typeof solution {
  return (w, dw, state, options) => adamStep(w, gradient(w, dw, options.lambda), state, options);
}

const cases = decayedAdamCases('lambda');

export const adamL2Step = defineExercise({
  name: 'adamL2Step',
  arguments: ['w', 'dw', 'state', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('state', cases, { w: 3.5, memory: 2.5, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      ...adamMistakes<Parameters<typeof solution>[3]>(
        (adam) => (w, dw, state, options) => adam(w, dw.add(w.mul(options.lambda)), state, options),
      ),
      decoupled: (w, dw, state, options) => adamWStep(w, dw, state, { ...options, weightDecay: options.lambda }),
      'decoupled-and-not-scaled': (w, dw, state, options) => {
        const { w: stepped, state: after } = adamStep(w, dw, state, options);
        return { w: stepped.sub(w.mul(options.lambda)), state: after };
      },
      'decay-missing': stepWithGradient((_w, dw) => dw.clone()),
      'decay-doubled': stepWithGradient((w, dw, lambda) => dw.add(w.mul(2 * lambda))),
      'decay-halved': stepWithGradient((w, dw, lambda) => dw.add(w.mul(lambda / 2))),
      'decay-subtracted': stepWithGradient((w, dw, lambda) => dw.sub(w.mul(lambda))),
      'decay-without-weights': stepWithGradient((_w, dw, lambda) => dw.add(lambda)),
      'decay-in-first-moment-alone': (w, dw, state, options) => {
        const { m, t } = solution(w, dw, state, options).state;
        const { v } = adamStep(w, dw, state, options).state;
        const { learningRate, beta1, beta2, epsilon } = options;
        const mHat = m.div(1 - beta1 ** t);
        const vHat = v.div(1 - beta2 ** t);
        return { w: w.sub(mHat.mul(learningRate).div(vHat.sqrt().add(epsilon))), state: { m, v, t } };
      },
    }),
    ...adamStateInModule(solution),
  ],
  buildsOn: { biasCorrection: (neighbour) => coupledOn(adamOnCorrection(neighbour)), adamStep: coupledOn },
  alternatives: { loops: loops.adamL2Step, identities: identities.adamL2Step },
  witnesses: [{ name: 'tf.grad and tf.train.adam', compute: witnesses.adamL2Step }],
  forbidden: libraryAnswers,
});
