import {
  callback,
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  wrong,
  type Random,
} from 'descent/author';
import * as alternatives from './alternatives';
import { withWarmup as solution } from './schedules';

type Schedule = (t: number) => number;

const at = (...times: number[]): number[][] => times.map((t) => [t]);
const exponential = (random: Random) =>
  callback('exponentialSchedule', { lr0: random.number(0.2, 0.9), k: random.number(0.05, 0.3) });

/** A warm-up with another ramp, or another schedule after it. */
function warmupWith({
  ramp = (schedule, t, warmupSteps) => (schedule(0) * (t + 1)) / warmupSteps,
  after = (schedule, t, warmupSteps) => schedule(t - warmupSteps),
}: {
  readonly ramp?: (schedule: Schedule, t: number, warmupSteps: number) => number;
  readonly after?: (schedule: Schedule, t: number, warmupSteps: number) => number;
}): typeof solution {
  return (schedule, warmupSteps) => (t) =>
    t < warmupSteps ? ramp(schedule, t, warmupSteps) : after(schedule, t, warmupSteps);
}

export const withWarmup = defineExercise({
  name: 'withWarmup',
  arguments: ['schedule', 'warmupSteps'],
  reference: solution,
  cases: [
    fixedCase(
      'by-hand',
      { schedule: callback('listedSchedule', { rates: [0.8, 0.4, 0.2] }), warmupSteps: 4 },
      { apply: at(0, 1, 2, 3, 4, 5, 6) },
    ),
    randomCase('whole', (random) => ({ schedule: exponential(random), warmupSteps: random.integer(3, 5) }), {
      apply: at(0, 1, 2, 3, 4, 5, 6, 20),
    }),
    randomCase('out-of-order', (random) => ({ schedule: exponential(random), warmupSteps: 3 }), {
      apply: at(7, 0, 3, 2, 0, 4),
      label: 'the steps are not in order',
    }),
    fixedCase(
      'no-warmup',
      { schedule: callback('listedSchedule', { rates: [0.8, 0.4, 0.2] }), warmupSteps: 0 },
      { apply: at(0, 1, 2), label: 'warmupSteps = 0' },
    ),
    randomCase('one-step', (random) => ({ schedule: exponential(random), warmupSteps: 1 }), {
      apply: at(0, 1, 2, 3),
      label: 'warmupSteps = 1',
    }),
    randomCase('ramp', (random) => ({ schedule: exponential(random), warmupSteps: random.integer(6, 9) }), {
      apply: at(0, 1, 2, 5),
      label: 'all steps are within the warm-up',
      reserved: true,
    }),
    randomCase('after', (random) => ({ schedule: exponential(random), warmupSteps: random.integer(2, 4) }), {
      apply: at(5, 6, 7, 12),
      label: 'all steps are after the warm-up',
      reserved: true,
    }),
  ],
  checks: [
    reference(undefined, { points: 3.5 }),
    reference(undefined, { id: 'ramp', points: 2.5, on: ['ramp'] }),
    reference(undefined, { id: 'afterwards', points: 2.5, on: ['after'] }),
    property('sameAgain', { points: 0.5 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    ...wrong<typeof solution>({
      'starts-at-zero': warmupWith({ ramp: (schedule, t, warmupSteps) => (schedule(0) * t) / warmupSteps }),
      'never-arrives': warmupWith({ ramp: (schedule, t, warmupSteps) => (schedule(0) * (t + 1)) / (warmupSteps + 1) }),
      'decays-while-warming': warmupWith({ ramp: (schedule, t, warmupSteps) => (schedule(t) * (t + 1)) / warmupSteps }),
      'clock-not-shifted': warmupWith({ after: (schedule, t) => schedule(t) }),
      'one-step-ahead': warmupWith({ after: (schedule, t, warmupSteps) => schedule(t - warmupSteps + 1) }),
      'no-ramp': warmupWith({ ramp: (schedule) => schedule(0) }),
      'factor-on-schedule': warmupWith({
        ramp: (schedule, t, warmupSteps) => (schedule(t) * (t + 1)) / warmupSteps,
        after: (schedule, t) => schedule(t),
      }),
      'ramp-a-step-too-long': (schedule, warmupSteps) => (t) =>
        t <= warmupSteps ? (schedule(0) * (t + 1)) / warmupSteps : schedule(t - warmupSteps),
      'number-for-function': (schedule, warmupSteps) => (schedule(0) / Math.max(warmupSteps, 1)) as unknown as Schedule,
    }),
    {
      id: 'counts-its-calls',
      make: () => (schedule, warmupSteps) => {
        let calls = 0;
        return () => solution(schedule, warmupSteps)(calls++);
      },
    },
  ],
  alternatives: alternatives.withWarmup,
  witnesses: [],
  forbidden: libraryAnswers,
});
