import { adamDecay, decayCurve, decayError, penaltyPath } from '../../computations/decay';
import { initialDescent } from '../descent/state';
import { defineView, slider } from '../kit';
import { adam, curves, overLambda } from './picture';
import { sentencesOf } from './sentencesOf';
import { shapes } from './shapes';
import { adamSteps, lambdas, type DecayData, type DecayState } from './state';
import { decayTexts, type DecayTexts } from './texts';

/** Weight decay, penalties, and both kinds of Adam with decay. */
export const decay = defineView<DecayState, DecayData, DecayTexts>({
  id: 'decay',
  exercises: [
    'decayWeights',
    'exponentialDecayWeights',
    'approximationError',
    'l1Penalty',
    'l2Penalty',
    'adamL2Step',
    'adamWStep',
  ],
  texts: decayTexts,
  initial: { learningRate: 0.5, lambda: 0.2, steps: 40, center: [1.6, 0.9], penalty: 1.2, adamLambda: 0.5 },
  controls: (state, texts) => [
    slider(state, 'learningRate', texts.learningRate, { min: 0.01, max: 1, step: 0.01 }),
    slider(state, 'lambda', texts.lambda, { min: 0.01, max: 0.95, step: 0.01 }),
    slider(state, 'steps', texts.steps, { min: 5, max: 200, step: 5 }),
    slider(state, 'penalty', texts.penalty, { min: 0, max: 3, step: 0.2 }),
    slider(state, 'adamLambda', texts.decay, { min: 0, max: 2, step: 0.05 }),
  ],
  compute: async ({ learningRate, lambda, steps, center, adamLambda }, call) => {
    const curve = { learningRate, lambda, steps };
    const adam = { steps: adamSteps, options: { ...initialDescent.options, learningRate: 0.01, lambda: adamLambda } };
    const [powers, exponential, error, l1, l2, coupled, decoupled] = await Promise.all([
      call(decayCurve, { ...curve, by: 'decayWeights' }),
      call(decayCurve, { ...curve, by: 'exponentialDecayWeights' }),
      call(decayError, curve),
      call(penaltyPath, { by: 'l1Penalty', center, lambdas }),
      call(penaltyPath, { by: 'l2Penalty', center, lambdas }),
      call(adamDecay, { ...adam, by: 'adamL2' }),
      call(adamDecay, { ...adam, by: 'adamW' }),
    ]);
    return { powers, exponential, error, l1, l2, coupled, decoupled };
  },
  sentences: sentencesOf,
  figures: [curves, shapes, overLambda, adam],
});
