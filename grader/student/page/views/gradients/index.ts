import { differenceErrors, type CurveId } from '../../computations/gradients';
import { choice, defineView, optionsOf, slider } from '../kit';
import { gradientsPicture } from './picture';
import { lines, steps, type GradientsData, type GradientsState } from './state';
import { gradientsTexts, type GradientsTexts } from './texts';

/** The error of a difference over its step, in both precisions. */
export const gradients = defineView<GradientsState, GradientsData, GradientsTexts>({
  id: 'gradients',
  exercises: ['forwardDifference', 'numericalGradient'],
  texts: gradientsTexts,
  initial: { curve: 'sine', x: 0.8, h: 1e-5 },
  controls: (state, texts) => [
    choice<GradientsState, CurveId>({
      id: 'curve',
      label: texts.curve,
      options: optionsOf(texts.curves),
      value: state.curve,
      set: (now, curve) => ({ ...now, curve }),
    }),
    slider({
      id: 'x',
      label: texts.at,
      min: 0.1,
      max: 1.4,
      step: 0.05,
      value: state.x,
      set: (now, x) => ({ ...now, x }),
    }),
    slider({
      id: 'h',
      label: texts.chosen,
      min: 1e-13,
      max: 1,
      step: 0.25,
      log: true,
      value: state.h,
      set: (now, h) => ({ ...now, h }),
    }),
  ],
  compute: ({ curve, x }, call) =>
    Promise.all(
      lines.map(async ({ by, precision }) => ({
        by,
        precision,
        differences: await call(differenceErrors, { by, precision, curve, x, steps }),
      })),
    ),
  draw: gradientsPicture,
});
