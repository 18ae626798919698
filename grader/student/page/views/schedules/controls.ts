import { scheduleIds } from '../../computations/schedules';
import { seriesToggles, slider, type Control } from '../kit';
import { shownSteps, type SchedulesData, type SchedulesState } from './state';
import type { SchedulesTexts } from './texts';

/** Sliders are shown for what the chosen schedules use. */
export function schedulesControls(
  state: SchedulesState,
  texts: SchedulesTexts,
  data: SchedulesData | undefined,
): readonly Control<SchedulesState>[] {
  const todo = data?.rates.filter(({ result }) => result.status === 'todo').map(({ id }) => id);
  const uses = (...ids: readonly (typeof scheduleIds)[number][]): boolean =>
    ids.some((id) => state.schedules.includes(id));
  return [
    seriesToggles(
      state,
      'schedules',
      { label: texts.schedules, ids: scheduleIds, names: texts.names },
      { ids: todo, words: texts.unavailable },
    ),
    slider(state, 'step', texts.step, { min: 0, max: shownSteps, step: 1 }),
    slider(state, 'rate', texts.first, { min: 0.001, max: 1, step: 0.05, log: true }),
    slider(state, 'warmup', texts.warmup, { min: 0, max: 100, step: 1 }),
    ...(uses('cosineDecay', 'linearDecay')
      ? [slider(state, 'total', texts.total, { min: 50, max: shownSteps, step: 10 })]
      : []),
    ...(uses('exponentialDecay') ? [slider(state, 'k', 'k', { min: 0.001, max: 0.1, step: 0.05, log: true })] : []),
    ...(uses('stepDecay')
      ? [
          slider(state, 'factor', texts.factor, { min: 0.1, max: 1, step: 0.05 }),
          slider(state, 'every', texts.every, { min: 10, max: 150, step: 5 }),
        ]
      : []),
    slider(state, 'largest', texts.largest, { min: 0.1, max: 100, step: 0.05, log: true }),
  ];
}
