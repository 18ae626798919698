import type { Redis } from 'ioredis';

/** The share of memory that jobs may fill; BullMQ's own data and the results need the rest. */
const usableShare = 0.8;
const freshMs = 250;

const last = new WeakMap<Redis, { readonly at: number; readonly room: Promise<boolean> }>();

/** Returns whether Redis has room for another job. A full Redis could not even process the jobs that it holds. */
export function hasRoom(redis: Redis): Promise<boolean> {
  const known = last.get(redis);
  if (known !== undefined && performance.now() - known.at < freshMs) return known.room;
  const room = redis.info('memory').then((text) => {
    const [used, maximum] = ['used_memory', 'maxmemory'].map((field) => numberIn(text, field));
    return maximum === undefined || used === undefined || maximum === 0 || used < usableShare * maximum;
  });
  last.set(redis, { at: performance.now(), room });
  return room;
}

export const isOutOfMemory = (error: unknown): boolean => error instanceof Error && error.message.includes('OOM');

function numberIn(text: string, field: string): number | undefined {
  const [, digits] = new RegExp(`^${field}:(\\d+)`, 'm').exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
