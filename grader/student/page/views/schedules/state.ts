import type { ComputationResult } from '../../computations';
import type { RangeTest, ScheduleId } from '../../computations/schedules';
import type { Scene } from '../kit';
import type { SchedulesTexts } from './texts';

export interface SchedulesState {
  readonly schedules: readonly ScheduleId[];
  readonly rate: number;
  readonly k: number;
  readonly factor: number;
  readonly every: number;
  readonly total: number;
  readonly warmup: number;
  /** The step that sentences describe. */
  readonly step: number;
  /** Largest rate of the range test. */
  readonly largest: number;
}

export interface SchedulesData {
  readonly rates: readonly { readonly id: ScheduleId; readonly result: ComputationResult<readonly number[]> }[];
  readonly test: ComputationResult<RangeTest>;
  readonly suggested: ComputationResult<number> | undefined;
}

export type SchedulesScene = Scene<SchedulesState, SchedulesData, SchedulesTexts>;

export const shownSteps = 300;
export const smallestRate = 1e-4;
export const testSteps = 60;
