import { files, schedules, type ScheduleName } from '../../../curriculum/training';
import type { TrainingConfig } from '../config';
import type { StudentCode } from './StudentCode';
import { StudentError } from './StudentError';

/** A learning rate for each step, t from 0. */
export type LearningRates = (t: number) => number;

/** Factor at the end of an exponential decay. */
const lastShare = 0.01;
/** Number of levels of a step decay, each half the previous one. */
const stairs = 5;

/** The arguments of each decay for step t, in the order of its exercise. */
const argumentsOf: Readonly<
  Record<Exclude<ScheduleName, 'constant'>, (lr0: number, t: number, total: number) => readonly number[]>
> = {
  exponential: (lr0, t, total) => [lr0, -Math.log(lastShare) / total, t],
  step: (lr0, t, total) => [lr0, 0.5, Math.ceil(total / stairs), t],
  cosine: (lr0, t, total) => [lr0, t, total],
  linear: (lr0, t, total) => [lr0, t, total],
  inverseSqrt: (lr0, t) => [lr0, t],
};

/**
 * The student's schedule, with the student's warm-up in front of it if requested.
 *
 * @param steps - of the whole training
 */
export function learningRates(student: StudentCode, config: TrainingConfig, steps: number): LearningRates {
  const { schedule, learningRate, warmupSteps } = config;
  const decay = decayOf(student, schedule, learningRate, Math.max(1, steps - warmupSteps));
  if (warmupSteps === 0) return decay;
  const exercise = 'withWarmup';
  const warmed = student.functionOf(files.schedules.id, exercise)(decay, warmupSteps);
  if (typeof warmed !== 'function') throw problem(exercise, 'a schedule, a function of t', `no function`);
  const rates = student.guard(files.schedules.id, exercise, warmed as (t: number) => unknown);
  return (t) => requireRate(rates(t), t, exercise);
}

function decayOf(student: StudentCode, schedule: ScheduleName, learningRate: number, total: number): LearningRates {
  if (schedule === 'constant') return () => learningRate;
  const exercise = schedules[schedule];
  const decay = student.functionOf(files.schedules.id, exercise);
  return (t) => requireRate(decay(...argumentsOf[schedule](learningRate, t, total)), t, exercise);
}

function requireRate(rate: unknown, t: number, exercise: string): number {
  if (typeof rate === 'number' && Number.isFinite(rate)) return rate;
  throw problem(exercise, 'a learning rate', `${typeof rate === 'number' ? rate : `no number`} for t = ${t}`);
}

function problem(exercise: string, expected: string, got: string): StudentError {
  return new StudentError({ status: 'returns', assignment: files.schedules.id, exercise, expected, got });
}
