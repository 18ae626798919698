import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { keptSeconds, type QueueJob } from './job';
import { roomIn } from './roomIn';

const waitForRoomMs = 500;

interface Putting {
  readonly queue: Queue<QueueJob>;
  readonly redis: Redis;
  readonly id: string;
  readonly job: QueueJob;
  /** Whether anyone still waits for its result. */
  readonly isWanted: () => boolean;
  /** Called once, if it has to wait. */
  readonly onFull: () => void;
}

/** Puts a job into the queue as soon as Redis has room for it. */
export async function putJob({ queue, redis, id, job, isWanted, onFull }: Putting): Promise<void> {
  const kept = { age: keptSeconds };
  for (let isTold = false; ; isTold = true) {
    if ((await roomIn(redis)) === 'some') {
      try {
        await queue.add('submission', job, {
          jobId: id,
          removeOnComplete: kept,
          removeOnFail: kept,
          stackTraceLimit: 1,
        });
        return;
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('OOM')) throw error;
      }
    }
    if (!isWanted()) return;
    if (!isTold) onFull();
    await new Promise((resolve) => setTimeout(resolve, waitForRoomMs));
  }
}
