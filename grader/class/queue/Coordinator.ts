import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Graded, Grader, Job, Prepared } from '../batch';
import { Announcements } from './announcements';
import { packSubmission } from './carrySubmission';
import { jobId, keptSeconds, usualTiming, type QueueJob, type Timing } from './job';
import { openRedis, withoutPassword, type QueuePlace } from './openRedis';
import { checkResult, ResultStore } from './resultStore';
import { roomIn } from './roomIn';
import { stampId, type Stamp } from './stamp';

export interface CoordinatorOptions extends QueuePlace {
  /** Names the folder of results: what was put in for it before is found again. */
  readonly out: string;
  readonly stamp: Stamp;
  readonly prepared: Prepared;
  /** For what can't travel. */
  readonly startHere: () => Grader;
  /** What a person should know while it goes on. */
  readonly warn: (what: string) => void;
  readonly timing?: Timing;
}

interface Waiting {
  readonly job: QueueJob;
  readonly resolve: (graded: Graded) => void;
  readonly reject: (error: Error) => void;
}

const waitForRoomMs = 500;

/**
 * Puts submissions into the queue and fetches their results. Whoever dies, the same jobs can be put in again: each is
 * known by its folder of results and its content, its first result stands, and both stay until the result is on disk.
 */
export class Coordinator {
  readonly id = randomUUID();
  readonly batch: string;
  readonly #options: CoordinatorOptions;
  readonly #redis: Redis;
  readonly #queue: Queue<QueueJob>;
  readonly #events: QueueEvents;
  readonly #announcements: Announcements;
  readonly #results: ResultStore;
  readonly #waiting = new Map<string, Waiting>();
  /** Jobs whose results are fetched and not yet written, by submission. */
  readonly #fetched = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;
  readonly #forgetting: Promise<unknown>[] = [];
  #here: Grader | undefined;
  #looking = Promise.resolve();
  #done = 0;
  #total = 0;
  #isLonely = false;

  private constructor(options: CoordinatorOptions, redis: Redis, queue: Queue<QueueJob>, events: QueueEvents) {
    const { prefix, stamp, timing = usualTiming } = options;
    this.#options = options;
    this.#redis = redis;
    this.#queue = queue;
    this.#events = events;
    this.batch = stampId(stamp);
    this.#announcements = new Announcements(redis, prefix);
    this.#results = new ResultStore(redis, prefix);
    events.on('completed', ({ jobId: id }) => void this.#fetch(id));
    events.on('failed', ({ jobId: id, failedReason }) => this.#fail(id, failedReason));
    // Events can be missed, and Redis can lose what it was given.
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look()).catch(() => undefined);
    }, timing.stalledMs);
  }

  /** @throws as `openRedis` does */
  static async open(options: CoordinatorOptions): Promise<Coordinator> {
    const { url, prefix, stamp, warn } = options;
    const redis = await openRedis(url, {
      onTrouble: (reason) => warn(reason ?? 'Redis is back; going on'),
    });
    const { Queue, QueueEvents } = await import('bullmq');
    const [name, shared] = [stampId(stamp), { connection: redis, prefix, skipVersionCheck: true }];
    const queue = new Queue<QueueJob>(name, { ...shared, streams: { events: { maxLen: 2_000 } } });
    const events = new QueueEvents(name, shared);
    // Told by `openRedis`; without a listener it would end the process.
    queue.on('error', () => undefined);
    events.on('error', () => undefined);
    await events.waitUntilReady();
    const coordinator = new Coordinator(options, redis, queue, events);
    try {
      await coordinator.#sign();
    } catch (error) {
      await coordinator.close(false);
      throw new Error(
        `Redis at ${withoutPassword(url)} takes nothing (${error instanceof Error ? error.message : String(error)}); free or raise its memory`,
        { cause: error },
      );
    }
    return coordinator;
  }

  /** One of many that hand on their jobs; closing it closes nothing. */
  grader(): Grader {
    const { prepared } = this.#options;
    return {
      ready: Promise.resolve(prepared),
      isAlive: true,
      grade: (job) => this.#grade(job),
      close: () => undefined,
    };
  }

  begin(total: number): void {
    this.#total = total;
  }

  /** Once the result of a submission is on disk, Redis need not keep it. */
  settle(name: string): void {
    this.#done += 1;
    const id = this.#fetched.get(name);
    this.#fetched.delete(name);
    // What stays behind lapses.
    if (id !== undefined) this.#forgetting.push(this.#forget(id).catch(() => undefined));
  }

  /** @param isDone - whether nothing of the batch is left in the queue */
  async close(isDone: boolean): Promise<void> {
    clearInterval(this.#timer);
    this.#here?.close();
    await this.#looking;
    for (const { reject } of this.#waiting.values()) reject(new Error('the batch has ended'));
    this.#waiting.clear();
    if (this.#redis.status === 'ready') {
      await Promise.all(this.#forgetting);
      await this.#announcements.coordinators.leave(this.id);
      const others = [...(await this.#announcements.coordinatorsThere()).values()];
      // Another, of another folder, may be using it, or have died and come back.
      const isFree = isDone && !others.some(({ batch }) => batch === this.batch);
      if (isFree && (await this.#queue.getJobCountByTypes('wait', 'active', 'failed', 'completed')) === 0) {
        await this.#announcements.withdraw(this.batch);
        await this.#queue.obliterate().catch(() => undefined);
      }
    }
    await Promise.allSettled([this.#events.close(), this.#queue.close()]);
    this.#redis.disconnect();
  }

  async #grade({ name, entry, path, problem, alone }: Job): Promise<Graded> {
    const files = problem === undefined ? await packSubmission(path) : undefined;
    if (files === undefined) return this.#gradeHere({ name, entry, path, problem, alone });
    const job: QueueJob = { name, entry, alone, files: files.toString('base64') };
    const id = jobId(this.#options.out, this.batch, job);
    const graded = new Promise<Graded>((resolve, reject) => this.#waiting.set(id, { job, resolve, reject }));
    await this.#fetch(id);
    if (this.#waiting.has(id)) await this.#put(id, job);
    return graded;
  }

  /** One at a time: there is one grader here. */
  async #gradeHere(job: Job): Promise<Graded> {
    if (this.#here?.isAlive !== true) this.#here = oneAtATime(this.#options.startHere());
    return this.#here.grade(job);
  }

  async #put(id: string, job: QueueJob): Promise<void> {
    for (let isTold = false; ; isTold = true) {
      const room = await roomIn(this.#redis);
      if (room === 'some') {
        try {
          await this.#queue.add('submission', job, {
            jobId: id,
            removeOnComplete: { age: keptSeconds },
            removeOnFail: { age: keptSeconds },
            stackTraceLimit: 1,
          });
          return;
        } catch (error) {
          if (!(error instanceof Error) || !error.message.includes('OOM')) throw error;
        }
      }
      if (!this.#waiting.has(id)) return;
      if (!isTold) this.#warnOnce('Redis is nearly full: waiting for room, nothing is lost; raise its maxmemory');
      await new Promise((resolve) => setTimeout(resolve, waitForRoomMs));
    }
  }

  async #fetch(id: string): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    try {
      const graded = await this.#results.find(id);
      if (graded === undefined) return;
      checkResult(graded.text, waiting.job, this.#options.stamp);
      // Two events of one job end here together.
      if (!this.#waiting.delete(id)) return;
      this.#fetched.set(waiting.job.name, id);
      waiting.resolve(graded);
    } catch (error) {
      await this.#forget(id).catch(() => undefined);
      this.#fail(id, error instanceof Error ? error.message : String(error));
    }
  }

  #fail(id: string, reason: string): void {
    const waiting = this.#waiting.get(id);
    if (!this.#waiting.delete(id) || waiting === undefined) return;
    this.#queue.remove(id).catch(() => undefined);
    const isPoison = reason.includes('stalled more than');
    waiting.reject(new Error(isPoison ? 'each worker that took it died or hung; see their machines' : reason));
  }

  async #forget(id: string): Promise<void> {
    await Promise.all([this.#queue.remove(id), this.#results.remove(id)]);
  }

  /** What became of the jobs that are waited for; those that Redis has lost are put in again. */
  async #look(): Promise<void> {
    if (this.#redis.status !== 'ready') return;
    await this.#sign();
    for (const [id, { job }] of [...this.#waiting]) {
      const state = await this.#queue.getJobState(id);
      if (state === 'completed') {
        await this.#fetch(id);
        // Done, and its result is gone.
        if (this.#waiting.has(id)) await this.#queue.remove(id);
      } else if (state === 'failed') {
        const failed = await this.#queue.getJob(id);
        this.#fail(id, failed?.failedReason ?? 'a worker could not grade it');
      } else if (state === 'unknown') await this.#put(id, job);
    }
  }

  async #sign(): Promise<void> {
    const [done, total] = [this.#done, this.#total];
    await this.#announcements.announce(this.batch, this.#options.stamp);
    await this.#announcements.coordinators.sign(this.id, {
      batch: this.batch,
      host: hostname(),
      pid: process.pid,
      done,
      total,
    });
    const workers = [...(await this.#announcements.workersThere()).values()];
    const isLonely = this.#waiting.size > 0 && !workers.some(({ batches }) => batches.includes(this.batch));
    if (isLonely && !this.#isLonely) {
      const refused = workers.filter((worker) => worker.refused.some(({ batch }) => batch === this.batch)).length;
      const why = refused === 0 ? 'none has joined' : `${refused} can't join, see \`grader doctor --redis\``;
      this.#options.warn(`waiting for workers: ${why}; start \`grader worker --redis URL\``);
    }
    this.#isLonely = isLonely;
  }

  #lastWarning = '';
  #warnOnce(what: string): void {
    if (what !== this.#lastWarning) this.#options.warn(what);
    this.#lastWarning = what;
  }
}

/** A grader that takes one job at a time, for those who have several. */
function oneAtATime(grader: Grader): Grader {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ready: grader.ready,
    get isAlive() {
      return grader.isAlive;
    },
    grade: (job) => {
      const graded = last.then(() => grader.grade(job));
      last = graded.catch(() => undefined);
      return graded;
    },
    close: () => grader.close(),
  };
}
