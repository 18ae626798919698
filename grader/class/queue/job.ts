import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What travels: a submission's own files and its names; no seed, no reference, no roster. */
export const jobSchema = z.object({
  name: z.string(),
  entry: z.string(),
  /** For the second time, so that whatever fails now is reported instead of thrown. */
  alone: z.boolean(),
  /** As `packSubmission` makes it, in base64. */
  files: z.string(),
});

export type QueueJob = z.infer<typeof jobSchema>;

export interface Timing {
  /** For so long a job is its worker's, which renews it in half the time. */
  readonly lockMs: number;
  /** Between looks for jobs whose worker is gone, or whose end was not heard of. */
  readonly stalledMs: number;
}

/** A worker that dies costs its jobs a quarter of a minute. */
export const usualTiming: Timing = { lockMs: 10_000, stalledMs: 5_000 };
/** A job whose worker dies so often, and once more, is for a person. */
export const maxStalled = 2;
/** What no coordinator has fetched is kept for so long. */
export const keptSeconds = 7 * 24 * 3600;

/** Names in Redis. */
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

/** The same work for the same folder of results is the same job, however often it is put in. */
export function jobId(out: string, stamp: string, { name, entry, alone, files }: QueueJob): string {
  const content = createHash('sha256')
    .update(JSON.stringify([stamp, name, entry, files]))
    .digest('hex')
    .slice(0, 32);
  return `${out}-${content}${alone ? '-alone' : ''}`;
}
