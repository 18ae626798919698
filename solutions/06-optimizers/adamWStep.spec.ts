import type { Tensor } from '@tensorflow/tfjs';
import { defineExercise, libraryAnswers, wrong } from 'descent/author';
import { adamMistakes } from './adamMistakes';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { adamOnCorrection, decoupledOn } from './buildsOn';
import { decayedAdamCases } from './cases';
import { checksOfStep } from './checks';
import { adamStateInModule } from './moduleVariable';
import { adamL2Step, adamStep, adamWStep as solution } from './optimizers';
import * as witnesses from './witnesses';

type Options = Parameters<typeof solution>[3];

/** Adam's step, followed by another decay. */
function stepWithDecay(decay: (stepped: Tensor, w: Tensor, options: Options) => Tensor): typeof solution {
  return (w, dw, state, options) => {
    const { w: stepped, state: after } = adamStep(w, dw, state, options);
    return { w: decay(stepped, w, options), state: after };
  };
}

const cases = decayedAdamCases('weightDecay');

export const adamWStep = defineExercise({
  name: 'adamWStep',
  arguments: ['w', 'dw', 'state', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('state', cases, { w: 4, memory: 2, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      ...adamMistakes<Options>((adam) => (w, dw, state, options) => {
        const { w: stepped, state: after } = adam(w, dw, state, options);
        return { w: stepped.sub(w.mul(options.learningRate * options.weightDecay)), state: after };
      }),
      coupled: (w, dw, state, options) => adamL2Step(w, dw, state, { ...options, lambda: options.weightDecay }),
      'coupled-too': (w, dw, state, options) => {
        const { learningRate, weightDecay } = options;
        const { w: stepped, state: after } = adamL2Step(w, dw, state, { ...options, lambda: weightDecay });
        return { w: stepped.sub(w.mul(learningRate * weightDecay)), state: after };
      },
      'decay-missing': stepWithDecay((stepped) => stepped.clone()),
      'decay-not-scaled': stepWithDecay((stepped, w, { weightDecay }) => stepped.sub(w.mul(weightDecay))),
      'decay-of-updated-weights': stepWithDecay((stepped, _w, { learningRate, weightDecay }) =>
        stepped.mul(1 - learningRate * weightDecay),
      ),
      'decay-doubled': stepWithDecay((stepped, w, { learningRate, weightDecay }) =>
        stepped.sub(w.mul(2 * learningRate * weightDecay)),
      ),
      'decay-halved': stepWithDecay((stepped, w, { learningRate, weightDecay }) =>
        stepped.sub(w.mul((learningRate * weightDecay) / 2)),
      ),
      'gradient-decays': (w, dw, state, options) => {
        const { w: stepped, state: after } = adamStep(w, dw, state, options);
        return { w: stepped.sub(dw.mul(options.learningRate * options.weightDecay)), state: after };
      },
      'decay-added': stepWithDecay((stepped, w, { learningRate, weightDecay }) =>
        stepped.add(w.mul(learningRate * weightDecay)),
      ),
      'decay-divided-by-root': (w, dw, state, options) => {
        const { w: stepped, state: after } = adamStep(w, dw, state, options);
        const vHat = after.v.div(1 - options.beta2 ** after.t);
        const decay = w.mul(options.learningRate * options.weightDecay);
        return { w: stepped.sub(decay.div(vHat.sqrt().add(options.epsilon))), state: after };
      },
    }),
    ...adamStateInModule(solution),
  ],
  buildsOn: { biasCorrection: (neighbour) => decoupledOn(adamOnCorrection(neighbour)), adamStep: decoupledOn },
  alternatives: { loops: loops.adamWStep, identities: identities.adamWStep },
  witnesses: [{ name: 'tf.train.adam, then tf.train.sgd along tf.grad of the decay', compute: witnesses.adamWStep }],
  forbidden: libraryAnswers,
});
