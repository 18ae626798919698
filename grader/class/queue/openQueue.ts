import type { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueJob } from './job';
import { openRedis, type QueuePlace } from './openRedis';

export interface OpenQueue {
  readonly redis: Redis;
  readonly queue: Queue<QueueJob>;
  readonly events: QueueEvents;
}

/**
 * Opens a batch's queue and its events.
 *
 * @param warn - called when Redis fails, and when it is back
 * @throws as `openRedis` does
 */
export async function openQueue(
  { url, prefix }: QueuePlace,
  name: string,
  warn: (what: string) => void,
): Promise<OpenQueue> {
  const redis = await openRedis(url, { onTrouble: (reason) => warn(reason ?? 'Redis is back; going on') });
  const { Queue, QueueEvents } = await import('bullmq');
  const shared = { connection: redis, prefix, skipVersionCheck: true };
  const queue = new Queue<QueueJob>(name, { ...shared, streams: { events: { maxLen: 2_000 } } });
  const events = new QueueEvents(name, shared);
  // `openRedis` reports errors; without a listener they would end the process.
  queue.on('error', () => undefined);
  events.on('error', () => undefined);
  await events.waitUntilReady();
  return { redis, queue, events };
}
