import { z } from 'zod';
import { clockTime, rubricSchema, type Course } from '../../pipeline/course';

/** The parts of the course that decide grades. */
export type Judging = Pick<Course, 'schedule' | 'timeZone' | 'latePolicy'> & Partial<Pick<Course, 'allowBonus'>>;

/** The same as stored with a batch, so that next year's course file doesn't change this year's grades. */
export const keptJudgingSchema = z.object({
  schedule: z.array(
    z.object({
      id: z.string(),
      due: z.iso.datetime().nullable(),
      dueBySection: z.record(z.string(), z.iso.datetime()).optional(),
      rubric: rubricSchema.optional(),
      attachments: z.array(z.string()).optional(),
    }),
  ),
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

/** The parts of the course to store with a batch of these assignments. */
export function keepJudging(
  { schedule, timeZone, latePolicy, allowBonus }: Judging,
  assignments: readonly string[],
): KeptJudging {
  return {
    schedule: schedule
      .filter(({ id }) => assignments.includes(id))
      .map(({ id, due, dueBySection, rubric, attachments }) => ({
        id,
        ...(attachments && { attachments }),
        due: due?.toISOString() ?? null,
        ...(rubric && { rubric }),
        ...(dueBySection && { dueBySection: mapValues(dueBySection, (one) => one.toISOString()) }),
      })),
    ...(timeZone === undefined ? {} : { timeZone }),
    latePolicy,
    ...(allowBonus === undefined ? {} : { allowBonus }),
  };
}

export function judgingOf({ schedule, ...rest }: KeptJudging): Judging {
  return {
    ...rest,
    timeZone: rest.timeZone,
    schedule: schedule.map(({ id, due, dueBySection, rubric, attachments }) => ({
      id,
      ...(attachments && { attachments }),
      ...(rubric && { rubric }),
      due: due === null ? undefined : new Date(due),
      ...(dueBySection && { dueBySection: mapValues(dueBySection, (one) => new Date(one)) }),
    })),
  };
}

/** The differences between a batch's stored rules and the course's current ones, a clause each. */
export function judgingDifferences(kept: KeptJudging, course: Judging): readonly string[] {
  const ids = kept.schedule.map(({ id }) => id);
  const now = keepJudging(course, ids);
  const dates = kept.schedule.flatMap((one) => {
    const other = now.schedule.find(({ id }) => id === one.id) ?? { id: one.id, due: null };
    if (datesOf(one, 'UTC') === datesOf(other, 'UTC')) return [];
    return [`${one.id} was due ${datesOf(one, kept.timeZone)}, now ${datesOf(other, now.timeZone)}`];
  });
  const rubricNow = new Map(now.schedule.map(({ id, rubric = {} }) => [id, JSON.stringify(rubric)]));
  const rubrics = kept.schedule.flatMap(({ id, rubric = {} }) =>
    JSON.stringify(rubric) === (rubricNow.get(id) ?? '{}') ? [] : [`the rubric of ${id} has changed`],
  );
  const policy =
    JSON.stringify(kept.latePolicy) === JSON.stringify(now.latePolicy) ? [] : ['the late policy has changed'];
  return [...dates, ...rubrics, ...policy];
}

/** The dates as clocks in the zone show them. */
function datesOf({ due, dueBySection = {} }: KeptJudging['schedule'][number], zone = 'UTC'): string {
  const shown = (date: string): string => clockTime(new Date(date), zone);
  const sections = Object.entries(dueBySection).map(([section, date]) => `${shown(date)} for ${section}`);
  if (due === null && sections.length === 0) return 'never';
  return `${[due === null ? 'never' : shown(due), ...sections].join(', ')} (${zone})`;
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
