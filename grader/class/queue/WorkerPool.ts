import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Job as BullJob, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Grader } from '../batch';
import { Announcements } from './announcements';
import { unpackSubmission } from './carrySubmission';
import { jobSchema, maxStalled, usualTiming, type Timing } from './job';
import { openRedis, type QueuePlace } from './openRedis';
import { Rate } from './Rate';
import { ResultStore } from './resultStore';
import { Slots } from './Slots';
import { differencesOf, differingSpecs, type Order, type Proof, type Stamp } from './stamp';

export interface WorkerPoolOptions extends QueuePlace {
  /** How many submissions at once. */
  readonly jobs: number;
  readonly proof: Proof;
  /** Starts a grader for what a batch orders. */
  readonly start: (order: Order) => Grader;
  readonly say: (what: string) => void;
  readonly timing?: Timing;
}

const lookMs = 1_000;
const storeAgainMs = 1_000;

/** Takes the jobs of every batch that it fits, until it is closed. */
export class WorkerPool {
  readonly id = randomUUID();
  readonly #options: WorkerPoolOptions;
  readonly #redis: Redis;
  readonly #announcements: Announcements;
  readonly #results: ResultStore;
  readonly #slots: Slots;
  readonly #joined = new Map<string, { readonly worker: Worker; readonly idle: Grader[] }>();
  readonly #refused = new Map<string, readonly string[]>();
  #looking = Promise.resolve();
  readonly #timer: NodeJS.Timeout;
  readonly #rate = new Rate();
  #running = 0;
  #done = 0;

  private constructor(options: WorkerPoolOptions, redis: Redis) {
    this.#options = options;
    this.#redis = redis;
    this.#announcements = new Announcements(redis, options.prefix);
    this.#results = new ResultStore(redis, options.prefix);
    this.#slots = new Slots(options.jobs);
    this.#timer = setInterval(() => this.#lookAgain(), lookMs);
  }

  /** @throws as `openRedis` does */
  static async open(options: WorkerPoolOptions): Promise<WorkerPool> {
    const redis = await openRedis(options.url, {
      onTrouble: (reason) => options.say(reason ?? 'Redis is back; going on'),
    });
    const pool = new WorkerPool(options, redis);
    pool.#lookAgain();
    return pool;
  }

  get done(): number {
    return this.#done;
  }

  /** Finishes what runs and takes nothing more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await Promise.allSettled([...this.#joined.keys()].map((id) => this.#part(id)));
    if (this.#redis.status === 'ready') await this.#announcements.workers.leave(this.id);
    this.#redis.disconnect();
  }

  #lookAgain(): void {
    if (this.#redis.status !== 'ready') return;
    this.#looking = this.#looking
      .then(() => this.#look())
      .catch((error: unknown) => {
        this.#options.say(error instanceof Error ? error.message : String(error));
      });
  }

  async #look(): Promise<void> {
    const batches = await this.#announcements.batches();
    for (const [id, stamp] of batches) if (!this.#joined.has(id) && !this.#refused.has(id)) await this.#meet(id, stamp);
    for (const id of this.#joined.keys()) if (!batches.has(id)) await this.#part(id);
    for (const id of this.#refused.keys()) if (!batches.has(id)) this.#refused.delete(id);
    await this.#announcements.workers.sign(this.id, {
      host: hostname(),
      pid: process.pid,
      jobs: this.#options.jobs,
      proof: this.#options.proof,
      done: this.#done,
      running: this.#running,
      rate: this.#rate.perSecond(performance.now()),
      batches: [...this.#joined.keys()],
      refused: [...this.#refused].map(([batch, differences]) => ({ batch, differences })),
    });
  }

  /** Joins a batch, or says how this worker is not as it needs it. */
  async #meet(id: string, stamp: Stamp): Promise<void> {
    const { proof, start, say } = this.#options;
    let differences = differencesOf(stamp, proof);
    const grader = differences.length === 0 ? start(stamp.order) : undefined;
    if (grader !== undefined) {
      try {
        differences = differingSpecs(stamp, (await grader.ready).specHashes);
      } catch (error) {
        differences = [`it could not load the checks: ${error instanceof Error ? error.message : String(error)}`];
      }
    }
    if (differences.length > 0 || grader === undefined) {
      grader?.close();
      this.#refused.set(id, differences);
      say(`can't work for batch ${id}: ${differences.join('; ')}`);
      return;
    }
    await this.#join(id, stamp, grader);
    say(`works for batch ${id}: ${stamp.order.assignments.join(', ')}`);
  }

  async #join(id: string, { order }: Stamp, first: Grader): Promise<void> {
    const { prefix, jobs, timing = usualTiming } = this.#options;
    const { Worker } = await import('bullmq');
    const idle = [first];
    const worker = new Worker<unknown>(id, (job) => this.#grade(job, order, idle), {
      connection: this.#redis,
      prefix,
      concurrency: jobs,
      lockDuration: timing.lockMs,
      stalledInterval: timing.stalledMs,
      maxStalledCount: maxStalled,
      skipVersionCheck: true,
    });
    // A job whose lock is lost is another worker's; `openRedis` reports that Redis is gone.
    worker.on('error', () => undefined);
    this.#joined.set(id, { worker, idle });
  }

  async #part(id: string): Promise<void> {
    const joined = this.#joined.get(id);
    this.#joined.delete(id);
    await joined?.worker.close(this.#redis.status !== 'ready');
    for (const grader of joined?.idle.splice(0) ?? []) grader.close();
  }

  async #grade(job: BullJob<unknown>, order: Order, idle: Grader[]): Promise<void> {
    const id = job.id ?? '';
    // Graded before, by one who died before saying so.
    if (await this.#results.has(id)) return;
    const { name, entry, alone, files } = jobSchema.parse(job.data);
    const release = await this.#slots.take(alone ? this.#options.jobs : 1);
    this.#running += 1;
    try {
      const { path, close } = await unpackSubmission(Buffer.from(files, 'base64'), entry);
      const grader = (alone ? undefined : idle.pop()) ?? this.#options.start(order);
      try {
        await this.#keep(id, await grader.grade({ name, entry, path, problem: undefined, alone }));
        this.#done += 1;
        this.#rate.count(performance.now());
      } finally {
        await close();
        if (grader.isAlive && !alone && idle.length < this.#options.jobs) idle.push(grader);
        else grader.close();
      }
    } finally {
      this.#running -= 1;
      release();
    }
  }

  /** A result that Redis has no room for waits: grading again would take longer. */
  async #keep(id: string, graded: Parameters<ResultStore['keep']>[1]): Promise<void> {
    for (;;) {
      try {
        await this.#results.keep(id, graded);
        return;
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('OOM')) throw error;
        await new Promise((resolve) => setTimeout(resolve, storeAgainMs));
      }
    }
  }
}
