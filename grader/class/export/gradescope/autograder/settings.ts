import { z } from 'zod';

/** The course's data in the package. */
export const settingsSchema = z.object({
  schemaVersion: z.literal(1),
  assignments: z.array(z.string()),
  /** Due dates by assignment; null if there is none. */
  due: z.record(z.string(), z.iso.datetime().nullable()),
  timeZone: z.string().optional(),
  /** null if lateness costs nothing. */
  latePolicy: z.object({ percentPerDay: z.number(), maximumDays: z.number(), graceMinutes: z.number() }).nullable(),
  seedLabel: z.string(),
  graderVersion: z.string(),
  tfjs: z.string(),
});

export type Settings = z.infer<typeof settingsSchema>;
