import { descentPath } from '../../computations/descentPath';
import { exerciseOf, optimizerIds } from '../../computations/optimizers';
import { defineView } from '../kit';
import { descentControls, usedBy } from './controls';
import { loss, map, sentencesOf } from './picture';
import { initialDescent, maxSteps, type DescentRun, type DescentState } from './state';
import { descentTexts, type DescentTexts } from './texts';

/** Optimizers side by side, on surfaces with different difficulties. */
export const descent = defineView<DescentState, readonly DescentRun[], DescentTexts>({
  id: 'descent',
  exercises: optimizerIds.map(exerciseOf),
  texts: descentTexts,
  initial: initialDescent,
  controls: descentControls,
  compute: ({ optimizers, companion, surface, kappa, start, options }, call) =>
    Promise.all(
      optimizers.map(async (optimizer) => {
        const parameters = {
          optimizer,
          surface,
          kappa,
          start,
          steps: maxSteps,
          options: usedBy(optimizer, options, initialDescent.options),
        };
        const own = await call(descentPath, { ...parameters, by: 'student' });
        // Until the student has a path, show that of tfjs.
        const other =
          companion || own.status !== 'ok' ? await call(descentPath, { ...parameters, by: 'tfjs' }) : undefined;
        return { id: optimizer, own, companion: other };
      }),
    ),
  sentences: sentencesOf,
  figures: [map, loss],
  advance: (state) => (state.steps < maxSteps ? { ...state, steps: state.steps + 1 } : undefined),
});
