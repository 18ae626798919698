import type { Redis } from 'ioredis';

/** The part of a Redis's memory that jobs may fill: the rest is for what goes on with them, and for results. */
const usable = 0.8;
const freshMs = 250;

const last = new WeakMap<Redis, { readonly at: number; readonly room: Promise<'some' | 'none'> }>();

/**
 * Whether there is room for another job. A Redis that is full to the brim could not even hand on what it has.
 */
export function roomIn(redis: Redis): Promise<'some' | 'none'> {
  const known = last.get(redis);
  if (known !== undefined && performance.now() - known.at < freshMs) return known.room;
  const room = redis.info('memory').then((text) => {
    const [used, maximum] = ['used_memory', 'maxmemory'].map((field) => numberIn(text, field));
    return maximum === undefined || used === undefined || maximum === 0 || used < usable * maximum ? 'some' : 'none';
  });
  last.set(redis, { at: performance.now(), room });
  return room;
}

function numberIn(text: string, field: string): number | undefined {
  const [, digits] = new RegExp(`^${field}:(\\d+)`, 'm').exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
