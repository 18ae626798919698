import { defineComputation } from './Computation';

const assignment = '07-schedules';

export const scheduleIds = ['exponentialDecay', 'stepDecay', 'cosineDecay', 'linearDecay', 'inverseSqrtDecay'] as const;
export type ScheduleId = (typeof scheduleIds)[number];

export interface ScheduleParameters {
  readonly schedule: ScheduleId;
  readonly rate: number;
  readonly k: number;
  readonly factor: number;
  readonly every: number;
  readonly total: number;
  readonly warmup: number;
  readonly steps: number;
}

/** The learning rate at each step. */
export const scheduleRates = defineComputation<ScheduleParameters, readonly number[]>(
  'schedules.rates',
  (own, _tf, given) => {
    const { schedule, rate, k, factor, every, total, warmup, steps } = given;
    const decay = own<(...numbers: number[]) => number>(assignment, schedule);
    const options: Record<ScheduleId, readonly number[]> = {
      exponentialDecay: [k],
      stepDecay: [factor, every],
      cosineDecay: [],
      linearDecay: [],
      inverseSqrtDecay: [],
    };
    const ends = schedule === 'cosineDecay' || schedule === 'linearDecay' ? [total] : [];
    const plain = (t: number): number => decay(rate, ...options[schedule], t, ...ends);
    const withWarmup = (): ((schedule: typeof plain, steps: number) => typeof plain) => own(assignment, 'withWarmup');
    const rateAt = warmup > 0 ? withWarmup()(plain, warmup) : plain;
    return Array.from({ length: steps + 1 }, (_, t) => rateAt(t));
  },
);

export interface RangeTestParameters {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

export interface RangeTest {
  readonly rates: readonly number[];
  /** Loss of a small regression, before the step with each rate. */
  readonly losses: readonly number[];
}

/** A range test: one step with each rate, from the smallest to the largest. */
export const rangeTest = defineComputation<RangeTestParameters, RangeTest>(
  'schedules.rangeTest',
  (own, _tf, { from, to, steps }) => {
    const rates = own<(...numbers: number[]) => number[]>(assignment, 'rangeTestRates')(from, to, steps);
    return { rates, losses: lossesWith(rates) };
  },
);

/** The rate where the loss falls fastest. */
export const suggestedRate = defineComputation<RangeTest, number>(
  'schedules.suggested',
  (own, _tf, { rates, losses }) =>
    own<(...values: number[][]) => number>(assignment, 'suggestRate')([...rates], [...losses]),
);

/** Ten directions with curvatures from 0.1 to 10, like a small regression. */
function lossesWith(rates: readonly number[]): readonly number[] {
  const curvatures = Array.from({ length: 10 }, (_, index) => 10 ** (-1 + (2 * index) / 9));
  let weights = curvatures.map(() => 1);
  return rates.map((rate) => {
    const loss =
      0.05 + curvatures.reduce((sum, curvature, index) => sum + 0.5 * curvature * (weights[index] ?? 0) ** 2, 0);
    weights = weights.map((weight, index) => weight * (1 - rate * (curvatures[index] ?? 0)));
    return loss;
  });
}
