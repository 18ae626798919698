import type { Tensor } from '@tensorflow/tfjs';
import { defineExercise, libraryAnswers, randomCase, type CaseSpec } from 'descent/author';
import { adamMistakes } from './adamMistakes';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { adamOnCorrection, decoupledOn } from './buildsOn';
import { adamCases, zeros } from './cases';
import { checksOfStep } from './checks';
import { adamStateInModule } from './moduleVariable';
import { adamL2Step, adamStep, adamWStep as solution } from './optimizers';
import { wrong } from './tidily';
import * as witnesses from './witnesses';

type Options = Parameters<typeof solution>[3];

/** Adam's step, and then another change of the weights than the right decay. */
function stepWithDecay(decay: (stepped: Tensor, w: Tensor, options: Options) => Tensor): typeof solution {
  return (w, dw, state, options) => {
    const { w: stepped, state: after } = adamStep(w, dw, state, options);
    return { w: decay(stepped, w, options), state: after };
  };
}

const cases: readonly CaseSpec[] = [
  ...adamCases({ weightDecay: 0.5 }),
  randomCase(
    'no-decay',
    (random) => ({
      w: random.normal([3]),
      dw: random.normal([3]),
      state: { m: zeros([3]), v: zeros([3]), t: 0 },
      options: { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 },
    }),
    { label: 'weightDecay is 0' },
  ),
  randomCase(
    'other-decay',
    (random) => ({
      w: random.normal([2, 3]),
      dw: random.normal([2, 3]),
      state: { m: random.normal([2, 3], { scale: 0.5 }), v: random.uniform([2, 3], 0.2, 1), t: 3 },
      options: { learningRate: 0.2, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: random.number(0.1, 0.4) },
    }),
    { label: 'weightDecay is not 0.5' },
  ),
];

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
