import { differenceErrors } from '../../computations/gradients';
import { choice, defineView, slider } from '../kit';
import { errors, sentencesOf, slopes } from './picture';
import { lines, steps, type GradientsData, type GradientsState } from './state';
import { gradientsTexts, type GradientsTexts } from './texts';

/** The error of a difference over its step, in both precisions. */
export const gradients = defineView<GradientsState, GradientsData, GradientsTexts>({
  id: 'gradients',
  exercises: ['forwardDifference', 'numericalGradient'],
  texts: gradientsTexts,
  initial: { curve: 'sine', x: 0.8, h: 1e-5 },
  controls: (state, texts) => [
    choice(state, 'curve', texts.curve, texts.curves),
    slider(state, 'x', texts.at, { min: 0.1, max: 1.4, step: 0.05 }),
    slider(state, 'h', texts.chosen, { min: 1e-13, max: 1, step: 0.25, log: true }),
  ],
  compute: ({ curve, x }, call) =>
    Promise.all(
      lines.map(async ({ by, precision }) => ({
        by,
        precision,
        differences: await call(differenceErrors, { by, precision, curve, x, steps }),
      })),
    ),
  sentences: sentencesOf,
  figures: [errors, slopes],
});
