import type { Redis } from 'ioredis';

/** Whoever has not said anything for so long is gone. */
export const goneAfterMs = 15_000;

/** Who is there, each with a value that lapses unless it is given again: a list in Redis that no death can make wrong. */
export class Roll {
  readonly #redis: Redis;
  readonly #key: string;

  /** @param key - of the list; those of its members begin with it */
  constructor(redis: Redis, key: string) {
    this.#redis = redis;
    this.#key = key;
  }

  async sign(id: string, value: unknown): Promise<void> {
    await this.#redis
      .multi()
      .set(`${this.#key}:${id}`, JSON.stringify(value), 'PX', goneAfterMs)
      .sadd(this.#key, id)
      .exec();
  }

  async leave(id: string): Promise<void> {
    await this.#redis.multi().del(`${this.#key}:${id}`).srem(this.#key, id).exec();
  }

  /** Values of those that are there, by id. */
  async members(): Promise<ReadonlyMap<string, unknown>> {
    const ids = (await this.#redis.smembers(this.#key)).toSorted();
    if (ids.length === 0) return new Map();
    const values = await this.#redis.mget(ids.map((id) => `${this.#key}:${id}`));
    const gone = ids.filter((_, index) => values[index] == null);
    if (gone.length > 0) await this.#redis.srem(this.#key, ...gone);
    return new Map(
      ids.flatMap((id, index) => (values[index] == null ? [] : [[id, JSON.parse(values[index]) as unknown]])),
    );
  }
}
