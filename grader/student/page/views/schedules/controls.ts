import { scheduleIds } from '../../computations/schedules';
import { seriesOf } from '../../drawing';
import { slider, toggles, type Control } from '../kit';
import { shownSteps, type SchedulesData, type SchedulesState } from './state';
import type { SchedulesTexts } from './texts';

type Numbers = Exclude<keyof SchedulesState, 'schedules'>;

/** Sliders are shown for what the chosen schedules use. */
export function schedulesControls(
  state: SchedulesState,
  texts: SchedulesTexts,
  data: SchedulesData | undefined,
): readonly Control<SchedulesState>[] {
  const todo = new Set(data?.rates.filter(({ result }) => result.status === 'todo').map(({ id }) => id));
  const uses = (...ids: readonly (typeof scheduleIds)[number][]): boolean =>
    ids.some((id) => state.schedules.includes(id));
  const number = (
    id: Numbers,
    label: string,
    range: { min: number; max: number; step: number; log?: boolean },
  ): Control<SchedulesState> =>
    slider({ id, label, ...range, value: state[id], set: (now, value) => ({ ...now, [id]: value }) });
  return [
    toggles({
      id: 'schedules',
      label: texts.schedules,
      options: scheduleIds.map((id, index) => ({
        id,
        label: texts.names[id],
        series: seriesOf(index),
        unavailable: todo.has(id) ? texts.unavailable : undefined,
      })),
      values: state.schedules,
      set: (now, schedules) => ({ ...now, schedules }),
    }),
    number('step', texts.step, { min: 0, max: shownSteps, step: 1 }),
    number('rate', texts.first, { min: 0.001, max: 1, step: 0.05, log: true }),
    number('warmup', texts.warmup, { min: 0, max: 100, step: 1 }),
    ...(uses('cosineDecay', 'linearDecay')
      ? [number('total', texts.total, { min: 50, max: shownSteps, step: 10 })]
      : []),
    ...(uses('exponentialDecay') ? [number('k', 'k', { min: 0.001, max: 0.1, step: 0.05, log: true })] : []),
    ...(uses('stepDecay')
      ? [
          number('factor', texts.factor, { min: 0.1, max: 1, step: 0.05 }),
          number('every', texts.every, { min: 10, max: 150, step: 5 }),
        ]
      : []),
    number('largest', texts.largest, { min: 0.1, max: 100, step: 0.05, log: true }),
  ];
}
