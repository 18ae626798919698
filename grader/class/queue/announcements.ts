import type { Redis } from 'ioredis';
import { z } from 'zod';
import { keysOf } from './job';
import { MemberList } from './MemberList';
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
  /** Submissions graded per second, over the last minute. */
  rate: z.number(),
  batches: z.array(z.string()),
  /** Batches that this worker can't join, and how it differs from what they need. */
  refused: z.array(z.object({ batch: z.string(), differences: z.array(z.string()) })),
});

export type WorkerState = z.infer<typeof workerSchema>;

/** The live workers and coordinators and the open batches, as published in Redis. */
export class Announcements {
  readonly workers: MemberList;
  readonly coordinators: MemberList;
  readonly #redis: Redis;
  readonly #batches: string;

  constructor(redis: Redis, prefix: string) {
    const keys = keysOf(prefix);
    this.#redis = redis;
    this.#batches = keys.batches;
    this.workers = new MemberList(redis, keys.workers);
    this.coordinators = new MemberList(redis, keys.coordinators);
  }

  async announce(id: string, stamp: Stamp): Promise<void> {
    await this.#redis.hset(this.#batches, id, JSON.stringify(stamp));
  }

  async withdraw(id: string): Promise<void> {
    await this.#redis.hdel(this.#batches, id);
  }

  /** Open batches, by ID. */
  async batches(): Promise<ReadonlyMap<string, Stamp>> {
    return parsed(
      new Map(Object.entries(await this.#redis.hgetall(this.#batches)).map(([id, text]) => [id, jsonOf(text)])),
      stampSchema,
    );
  }

  async liveWorkers(): Promise<ReadonlyMap<string, WorkerState>> {
    return parsed(await this.workers.members(), workerSchema);
  }

  async liveCoordinators(): Promise<ReadonlyMap<string, CoordinatorState>> {
    return parsed(await this.coordinators.members(), coordinatorSchema);
  }
}

/** Skips values in another version's format. */
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
