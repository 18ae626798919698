import type { Redis } from 'ioredis';

/** A member that has not refreshed its value for this long is gone. */
const expiryMs = 15_000;

/** The live members of a group, in Redis. A member's value expires unless refreshed, so a crash leaves no stale entry. */
export class MemberList {
  readonly #redis: Redis;
  readonly #key: string;

  /** @param key - the list's key, and the prefix of its members' keys */
  constructor(redis: Redis, key: string) {
    this.#redis = redis;
    this.#key = key;
  }

  async refresh(id: string, value: unknown): Promise<void> {
    await this.#redis
      .multi()
      .set(`${this.#key}:${id}`, JSON.stringify(value), 'PX', expiryMs)
      .sadd(this.#key, id)
      .exec();
  }

  async leave(id: string): Promise<void> {
    await this.#redis.multi().del(`${this.#key}:${id}`).srem(this.#key, id).exec();
  }

  /** Values of the live members, by ID. */
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
