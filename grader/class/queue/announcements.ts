import type { Redis } from 'ioredis';
import { z } from 'zod';
import { keysOf } from './job';
import { Roll } from './Roll';
import { proofSchema, stampSchema, type Stamp } from './stamp';

const coordinatorSchema = z.object({
  batch: z.string(),
  host: z.string(),
  pid: z.number(),
  done: z.number(),
  total: z.number(),
});

export type CoordinatorState = z.infer<typeof coordinatorSchema>;

const workerSchema = z.object({
  host: z.string(),
  pid: z.number(),
  jobs: z.number(),
  proof: proofSchema,
  done: z.number(),
  running: z.number(),
  /** Graded a second, over the last minute. */
  rate: z.number(),
  batches: z.array(z.string()),
  /** Batches that it may not work for, and how it differs from what they need. */
  refused: z.array(z.object({ batch: z.string(), differences: z.array(z.string()) })),
});

export type WorkerState = z.infer<typeof workerSchema>;

/** Who is there and what is to be done, as all can see it in Redis. */
export class Announcements {
  readonly workers: Roll;
  readonly coordinators: Roll;
  readonly #redis: Redis;
  readonly #batches: string;

  constructor(redis: Redis, prefix: string) {
    const keys = keysOf(prefix);
    this.#redis = redis;
    this.#batches = keys.batches;
    this.workers = new Roll(redis, keys.workers);
    this.coordinators = new Roll(redis, keys.coordinators);
  }

  async announce(id: string, stamp: Stamp): Promise<void> {
    await this.#redis.hset(this.#batches, id, JSON.stringify(stamp));
  }

  async withdraw(id: string): Promise<void> {
    await this.#redis.hdel(this.#batches, id);
  }

  /** Batches that have jobs, or had until just now, by id. */
  async batches(): Promise<ReadonlyMap<string, Stamp>> {
    return parsed(
      new Map(Object.entries(await this.#redis.hgetall(this.#batches)).map(([id, text]) => [id, jsonOf(text)])),
      stampSchema,
    );
  }

  async workersThere(): Promise<ReadonlyMap<string, WorkerState>> {
    return parsed(await this.workers.members(), workerSchema);
  }

  async coordinatorsThere(): Promise<ReadonlyMap<string, CoordinatorState>> {
    return parsed(await this.coordinators.members(), coordinatorSchema);
  }
}

/** What another version wrote in another form is none of ours. */
function parsed<T>(values: ReadonlyMap<string, unknown>, schema: z.ZodType<T>): ReadonlyMap<string, T> {
  return new Map(
    [...values].flatMap(([id, value]) => {
      const read = schema.safeParse(value);
      return read.success ? [[id, read.data] as const] : [];
    }),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
