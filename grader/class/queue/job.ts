import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The job that workers receive: a submission's files and names; no seed, reference or roster. */
export const jobSchema = z.object({
  name: z.string(),
  entry: z.string(),
  /** Whether this is the second attempt, which reports failures instead of throwing them. */
  alone: z.boolean(),
  /** The output of `packSubmission`, in base64. */
  files: z.string(),
});

export type QueueJob = z.infer<typeof jobSchema>;

export interface Timing {
  /** How long a worker owns a job; it renews the lock after half of this. */
  readonly lockMs: number;
  /** Interval between checks for jobs with a dead worker or a missed event. */
  readonly stalledMs: number;
}

/** Delays the jobs of a dead worker by at most 15 s. */
export const usualTiming: Timing = { lockMs: 10_000, stalledMs: 5_000 };
/** A job fails when more workers than this have died on it. */
export const maxStalled = 2;
/** How long Redis keeps jobs and results that no coordinator fetches. */
export const retentionSeconds = 7 * 24 * 3600;

/** Names of the keys in Redis. */
export const keysOf = (
  prefix: string,
): {
  readonly batches: string;
  readonly workers: string;
  readonly coordinators: string;
  readonly result: (job: string) => string;
} => ({
  batches: `${prefix}:batches`,
  workers: `${prefix}:workers`,
  coordinators: `${prefix}:coordinators`,
  result: (job) => `${prefix}:result:${job}`,
});

/** The same work for the same results folder has the same ID, however often it is added. */
export function jobId(out: string, stamp: string, { name, entry, alone, files }: QueueJob): string {
  const content = createHash('sha256')
    .update(JSON.stringify([stamp, name, entry, files]))
    .digest('hex')
    .slice(0, 32);
  return `${out}-${content}${alone ? '-alone' : ''}`;
}
