import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { retentionSeconds, type QueueJob } from './job';
import { hasRoom, isOutOfMemory } from './hasRoom';

const waitForRoomMs = 500;

interface PutJobOptions {
  readonly queue: Queue<QueueJob>;
  readonly redis: Redis;
  readonly id: string;
  readonly job: QueueJob;
  /** Whether the result is still needed. */
  readonly isWanted: () => boolean;
  /** Called once if Redis is full. */
  readonly onFull: () => void;
}

/** Adds a job to the queue as soon as Redis has room. */
export async function putJob({ queue, redis, id, job, isWanted, onFull }: PutJobOptions): Promise<void> {
  const kept = { age: retentionSeconds };
  for (let hasWarned = false; ; hasWarned = true) {
    if (await hasRoom(redis)) {
      try {
        await queue.add('submission', job, {
          jobId: id,
          removeOnComplete: kept,
          removeOnFail: kept,
          stackTraceLimit: 1,
        });
        return;
      } catch (error) {
        if (!isOutOfMemory(error)) throw error;
      }
    }
    if (!isWanted()) return;
    if (!hasWarned) onFull();
    await new Promise((resolve) => setTimeout(resolve, waitForRoomMs));
  }
}
