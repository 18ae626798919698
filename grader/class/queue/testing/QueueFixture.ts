import { Redis } from 'ioredis';
import { MadeClass } from './MadeClass';
import { RedisServer } from './redisServer';
import { runMadeBatch, type MadeBatch, type MadeBatchEnd } from './runMadeBatch';

/** Shorter than usual, so that a test does not wait long for a dead worker. */
const timing = { lockMs: 1_500, stalledMs: 700 };

export const dozen = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`s${10 + index}`, `${150 + index}`]));
export const names: readonly string[] = Object.keys(dozen);

/** The servers, classes, connections and batches of a test file; `end` ends them, after failed tests too. */
export class QueueFixture {
  readonly #servers: RedisServer[] = [];
  readonly #classes: MadeClass[] = [];
  readonly #admins: Redis[] = [];
  readonly #batches: Promise<MadeBatchEnd>[] = [];

  async server(...extraArguments: readonly string[]): Promise<RedisServer> {
    const started = await RedisServer.start(...extraArguments);
    this.#servers.push(started);
    return started;
  }

  classOn({ url }: RedisServer, work = dozen): MadeClass {
    const made = new MadeClass({ url, prefix: 'course', timing }, work);
    this.#classes.push(made);
    return made;
  }

  adminOf({ url }: RedisServer): Redis {
    const admin = new Redis(url, { maxRetriesPerRequest: null });
    this.#admins.push(admin);
    return admin;
  }

  run(batch: MadeBatch): Promise<MadeBatchEnd> {
    const running = runMadeBatch(batch);
    this.#batches.push(running);
    return running;
  }

  async end(): Promise<void> {
    for (const made of this.#classes) made.end();
    await Promise.allSettled(this.#batches);
    for (const admin of this.#admins) admin.disconnect();
    await Promise.all(this.#servers.map((server) => server.end()));
  }
}

/** Expects each result to exist and to have been written once. */
export function expectWhole({ notGraded, written }: MadeBatchEnd, made: MadeClass): void {
  expect(notGraded).toEqual([]);
  expect([...written.keys()].toSorted()).toEqual(names);
  expect([...written.values()].every((times) => times === 1)).toBe(true);
  expect(made.results()).toEqual(names);
}
