import type { Redis } from 'ioredis';
import { Announcements, type CoordinatorState, type WorkerState } from './announcements';
import type { QueueJob } from './job';
import type { Proof } from './stamp';

/** Jobs of one batch, by state. */
export interface BatchState {
  readonly id: string;
  readonly assignments: readonly string[];
  readonly needs: Proof;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** Graded, but not fetched yet. */
  readonly toFetch: number;
  readonly isPaused: boolean;
  /** Failed submissions with the reason. */
  readonly failures: readonly { readonly name: string; readonly reason: string }[];
}

export interface QueueState {
  readonly batches: readonly BatchState[];
  readonly workers: readonly WorkerState[];
  readonly coordinators: readonly CoordinatorState[];
}

const maxFailures = 20;

/** Reads the current jobs, workers and coordinators of a queue. */
export async function queueState(redis: Redis, prefix: string): Promise<QueueState> {
  const announcements = new Announcements(redis, prefix);
  const { Queue } = await import('bullmq');
  const batches: BatchState[] = [];
  for (const [id, { order, specHashes: _, ...needs }] of await announcements.batches()) {
    const queue = new Queue<QueueJob>(id, { connection: redis, prefix, skipVersionCheck: true, skipMetasUpdate: true });
    try {
      const counts = await queue.getJobCounts('wait', 'active', 'failed', 'completed');
      const failed = await queue.getFailed(0, maxFailures - 1);
      batches.push({
        id,
        assignments: order.assignments,
        needs,
        waiting: counts.wait ?? 0,
        running: counts.active ?? 0,
        failed: counts.failed ?? 0,
        toFetch: counts.completed ?? 0,
        isPaused: await queue.isPaused(),
        failures: failed.map(({ data, failedReason }) => ({ name: data.name, reason: failedReason })),
      });
    } finally {
      await queue.close();
    }
  }
  return {
    batches,
    workers: [...(await announcements.liveWorkers()).values()],
    coordinators: [...(await announcements.liveCoordinators()).values()],
  };
}

export type QueueAction = 'pause' | 'resume' | 'drain';

/**
 * Applies an action to all batches. `pause` finishes running jobs and starts no more until `resume`. `drain` removes
 * waiting jobs; the caller checks that no coordinator is live, because it would add them again.
 *
 * @returns the number of batches
 */
export async function actOnQueue(redis: Redis, prefix: string, action: QueueAction): Promise<number> {
  const { Queue } = await import('bullmq');
  const announcements = new Announcements(redis, prefix);
  const ids = [...(await announcements.batches()).keys()];
  for (const id of ids) {
    const queue = new Queue(id, { connection: redis, prefix, skipVersionCheck: true });
    try {
      await queue[action]();
      // Finished results stay for a resumed coordinator.
      const isEmpty = (await queue.getJobCountByTypes('wait', 'active', 'failed', 'completed')) === 0;
      if (action === 'drain' && isEmpty) {
        await queue.obliterate();
        await announcements.withdraw(id);
      }
    } finally {
      await queue.close();
    }
  }
  return ids.length;
}
