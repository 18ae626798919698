import { fitPolynomial } from '../../computations/fitting';
import { defineView, slider } from '../kit';
import { errorCurves, fits, sentencesOf } from './picture';
import { maxDegree, pointsOf, samples, type FittingData, type FittingState } from './state';
import { fittingTexts, type FittingTexts } from './texts';

/** Polynomials through noisy points: bias and variance. */
export const fitting = defineView<FittingState, FittingData, FittingTexts>({
  id: 'fitting',
  exercises: ['ridgeSolution'],
  texts: fittingTexts,
  initial: { degree: 3, lambda: 1e-3, noise: 0.25, moved: {} },
  controls: (state, texts) => [
    slider(state, 'degree', texts.degree, { min: 1, max: maxDegree, step: 1 }),
    slider(state, 'lambda', 'λ', { min: 1e-6, max: 10, step: 0.25, log: true }),
    slider(state, 'noise', texts.noise, {
      ...{ min: 0, max: 0.6, step: 0.05 },
      set: (now, noise) => ({ ...now, noise, moved: {} }),
    }),
  ],
  compute: async (state, call) => {
    const { degree, lambda } = state;
    const points = pointsOf(state, 0);
    const [degrees, others] = await Promise.all([
      Promise.all(
        Array.from({ length: maxDegree }, (_, index) => call(fitPolynomial, { points, degree: index + 1, lambda })),
      ),
      Promise.all(
        Array.from({ length: samples }, (_, index) =>
          call(fitPolynomial, { points: pointsOf(state, index + 1), degree, lambda }),
        ),
      ),
    ]);
    return { degrees, samples: others };
  },
  sentences: sentencesOf,
  figures: [fits, errorCurves],
});
