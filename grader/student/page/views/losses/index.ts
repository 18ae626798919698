import { lossCurve, lossOf, softmaxOf } from '../../computations/losses';
import { defineView, slider } from '../kit';
import { curves, gradients, probabilities, scores, sentencesOf } from './picture';
import { curveValues, scaled, type LossesData, type LossesState } from './state';
import { lossesTexts, type LossesTexts } from './texts';

/** Softmax, cross-entropy and hinge loss of draggable scores. */
export const losses = defineView<LossesState, LossesData, LossesTexts>({
  id: 'losses',
  exercises: ['softmax', 'crossEntropy', 'hingeLoss'],
  texts: lossesTexts,
  initial: { scores: [3, 1, 0.2], truth: 0, delta: 1, scale: 1 },
  controls: (state, texts) => [
    {
      kind: 'choice',
      ...{ id: 'truth', label: texts.truth, value: String(state.truth) },
      options: state.scores.map((_, index) => ({ id: String(index), label: texts.className(index) })),
      set: (now, id) => ({ ...now, truth: Number(id) }),
    },
    slider(state, 'delta', texts.delta, { min: 0, max: 4, step: 0.25 }),
    slider(state, 'scale', texts.scale, { min: 1, max: 1000, step: 0.25, log: true }),
  ],
  compute: async (state, call) => {
    const { truth: y, delta, scale } = state;
    const scores = scaled(state);
    const values = curveValues.map((value) => value * scale);
    const [probabilities, crossEntropy, hinge, crossEntropyCurve, hingeCurve] = await Promise.all([
      call(softmaxOf, { scores }),
      call(lossOf, { by: 'crossEntropy', scores, y, delta }),
      call(lossOf, { by: 'hingeLoss', scores, y, delta }),
      call(lossCurve, { by: 'crossEntropy', scores, y, delta, values }),
      call(lossCurve, { by: 'hingeLoss', scores, y, delta, values }),
    ]);
    return { probabilities, crossEntropy, hinge, crossEntropyCurve, hingeCurve };
  },
  sentences: sentencesOf,
  figures: [scores, probabilities, gradients, curves],
});
