import { z } from 'zod';

/** What the package knows of the course, written when it is made. */
export const settingsSchema = z.object({
  schemaVersion: z.literal(1),
  assignments: z.array(z.string()),
  /** ISO instants at which they are due; null if never. */
  due: z.record(z.string(), z.iso.datetime().nullable()),
  timeZone: z.string().optional(),
  /** null where lateness is to cost nothing. */
  latePolicy: z.object({ percentPerDay: z.number(), maximumDays: z.number(), graceMinutes: z.number() }).nullable(),
  seedLabel: z.string(),
  graderVersion: z.string(),
  tfjs: z.string(),
});

export type Settings = z.infer<typeof settingsSchema>;
