import type { Course } from './readCourse';
import { latestInstantOf, wallTimeAt } from './zonedTime';

/** How late a submission is, and what it costs. */
export interface Lateness {
  readonly late: boolean;
  /** Started days after the due date. */
  readonly days: number;
  /** Share of the points that is lost, 0 to 1. */
  readonly penalty: number;
  /** Slip days that were used, at no cost; undefined if none. */
  readonly slipDays?: number;
}

const day = 24 * 60 * 60_000;

/**
 * Determines how late a submission is.
 *
 * A day ends when the clocks of the course next show the due time, so a day on which they change has 23 or 25 hours.
 * The grace period applies at the end of every day, including the first.
 *
 * @param extendedUntil - this student's own due date; ignored if it is before the course's
 * @param slipDays - free late days that the student has left
 * @throws if the course has no such assignment
 */
export function latenessOf(
  { schedule, timeZone = 'UTC', latePolicy }: Pick<Course, 'schedule' | 'timeZone' | 'latePolicy'>,
  assignment: string,
  submittedAt: Date,
  extendedUntil?: Date,
  slipDays = 0,
): Lateness {
  const scheduled = schedule.find(({ id }) => id === assignment);
  if (scheduled === undefined) throw new Error(`the course has no assignment ${assignment}`);
  const inTime: Lateness = { late: false, days: 0, penalty: 0 };
  if (scheduled.due === undefined) return inTime;

  const deadline = extendedUntil !== undefined && extendedUntil > scheduled.due ? extendedUntil : scheduled.due;
  const grace = latePolicy.graceMinutes * 60_000;
  const wall = wallTimeAt(deadline, timeZone);
  const endOf = (days: number): number =>
    (days === 0 ? deadline : latestInstantOf(wall + days * day, timeZone)).getTime() + grace;
  const submitted = submittedAt.getTime();
  if (submitted <= endOf(0)) return inTime;

  // Clocks change by less than a day, so the count is off by one at most.
  let days = Math.max(1, Math.floor((submitted - endOf(0)) / day));
  while (submitted > endOf(days)) days += 1;
  const used = Math.min(days, slipDays);
  const charged = days - used;
  const penalty = charged > latePolicy.maximumDays ? 1 : Math.min(1, (charged * latePolicy.percentPerDay) / 100);
  return { late: true, days, penalty, ...(used === 0 ? {} : { slipDays: used }) };
}
