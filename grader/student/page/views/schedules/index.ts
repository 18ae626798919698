import { rangeTest, scheduleIds, scheduleRates, suggestedRate } from '../../computations/schedules';
import { defineView } from '../kit';
import { schedulesControls } from './controls';
import { rates, sentencesOf, test } from './picture';
import { shownSteps, smallestRate, testSteps, type SchedulesData, type SchedulesState } from './state';
import { schedulesTexts, type SchedulesTexts } from './texts';

/** How learning rates change, and how to find the initial one. */
export const schedules = defineView<SchedulesState, SchedulesData, SchedulesTexts>({
  id: 'schedules',
  exercises: [...scheduleIds, 'withWarmup', 'rangeTestRates', 'suggestRate'],
  texts: schedulesTexts,
  initial: {
    schedules: [...scheduleIds],
    rate: 0.1,
    k: 0.01,
    factor: 0.5,
    every: 75,
    total: 280,
    warmup: 20,
    step: 100,
    largest: 10,
  },
  controls: schedulesControls,
  compute: async ({ schedules: chosen, step: _step, largest, ...options }, call) => {
    const test = await call(rangeTest, { from: smallestRate, to: largest, steps: testSteps });
    const [suggested, ...rates] = await Promise.all([
      test.status === 'ok' ? call(suggestedRate, test.value) : undefined,
      ...chosen.map(async (id) => ({
        id,
        result: await call(scheduleRates, { ...options, schedule: id, steps: shownSteps }),
      })),
    ]);
    return { rates, test, suggested };
  },
  sentences: sentencesOf,
  figures: [rates, test],
});
