import { z } from 'zod';
import type { Course } from '../../pipeline/course';

/** What of the course decides about grades. */
export type Judging = Pick<Course, 'schedule' | 'timeZone' | 'latePolicy'> & Partial<Pick<Course, 'allowBonus'>>;

/** The same as it is kept with a batch, so that next year's course file doesn't change this year's grades. */
export const keptJudgingSchema = z.object({
  schedule: z.array(z.object({ id: z.string(), due: z.iso.datetime().nullable() })),
  timeZone: z.string().optional(),
  latePolicy: z.object({
    percentPerDay: z.number(),
    maximumDays: z.number(),
    graceMinutes: z.number(),
    slipDays: z.number().optional(),
  }),
  allowBonus: z.boolean().optional(),
});

export type KeptJudging = z.infer<typeof keptJudgingSchema>;

/** What is kept of a course for a batch of these assignments. */
export function keepJudging(
  { schedule, timeZone, latePolicy, allowBonus }: Judging,
  assignments: readonly string[],
): KeptJudging {
  return {
    schedule: schedule
      .filter(({ id }) => assignments.includes(id))
      .map(({ id, due }) => ({ id, due: due?.toISOString() ?? null })),
    ...(timeZone === undefined ? {} : { timeZone }),
    latePolicy,
    ...(allowBonus === undefined ? {} : { allowBonus }),
  };
}

export function judgingOf({ schedule, ...rest }: KeptJudging): Judging {
  return {
    ...rest,
    timeZone: rest.timeZone,
    schedule: schedule.map(({ id, due }) => ({ id, due: due === null ? undefined : new Date(due) })),
  };
}

/** What the course says now that a batch was not judged by, in clauses. */
export function judgingDifferences(kept: KeptJudging, course: Judging): readonly string[] {
  const ids = kept.schedule.map(({ id }) => id);
  const now = keepJudging(course, ids);
  const dueNow = new Map(now.schedule.map(({ id, due }) => [id, due]));
  const dates = kept.schedule.flatMap(({ id, due }) => {
    const other = dueNow.get(id) ?? null;
    return other === due ? [] : [`${id} was due ${due ?? 'never'}, and is ${other ?? 'never'} now`];
  });
  const policy =
    JSON.stringify(kept.latePolicy) === JSON.stringify(now.latePolicy) ? [] : ['late work costs otherwise now'];
  return [...dates, ...policy];
}
