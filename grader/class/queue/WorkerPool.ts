import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Job as BullJob, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Grader } from '../batch';
import { Announcements } from './announcements';
import { unpackSubmission } from './packSubmission';
import { isOutOfMemory } from './hasRoom';
import { jobSchema, maxStalled, usualTiming, type Timing } from './job';
import { openRedis, type QueuePlace } from './openRedis';
import { Rate } from './Rate';
import { ResultStore } from './resultStore';
import { Slots } from './Slots';
import { proofDifferences, specDifferences, type Order, type Proof, type Stamp } from './stamp';

export interface WorkerPoolOptions extends QueuePlace {
  /** Maximum number of submissions graded at once. */
  readonly jobs: number;
  readonly proof: Proof;
  /** Starts a grader with a batch's options. */
  readonly start: (order: Order) => Grader;
  readonly say: (what: string) => void;
  readonly timing?: Timing;
}

const pollMs = 1_000;
const storeRetryMs = 1_000;

/** Grades the jobs of every batch that this worker matches, until it is closed. */
export class WorkerPool {
  readonly id = randomUUID();
  readonly #options: WorkerPoolOptions;
  readonly #redis: Redis;
  readonly #announcements: Announcements;
  readonly #results: ResultStore;
  readonly #slots: Slots;
  readonly #joined = new Map<string, { readonly worker: Worker; readonly idle: Grader[] }>();
  readonly #refused = new Map<string, readonly string[]>();
  #polling = Promise.resolve();
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
    this.#timer = setInterval(() => this.#startPoll(), pollMs);
  }

  /** @throws as `openRedis` does */
  static async open(options: WorkerPoolOptions): Promise<WorkerPool> {
    const redis = await openRedis(options.url, {
      onTrouble: (reason) => options.say(reason ?? 'Redis is back; going on'),
    });
    const pool = new WorkerPool(options, redis);
    pool.#startPoll();
    return pool;
  }

  get done(): number {
    return this.#done;
  }

  /** Finishes running jobs and takes no more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#polling;
    await Promise.allSettled([...this.#joined.keys()].map((id) => this.#leaveBatch(id)));
    if (this.#redis.status === 'ready') await this.#announcements.workers.leave(this.id);
    this.#redis.disconnect();
  }

  #startPoll(): void {
    if (this.#redis.status !== 'ready') return;
    this.#polling = this.#polling
      .then(() => this.#poll())
      .catch((error: unknown) => {
        this.#options.say(error instanceof Error ? error.message : String(error));
      });
  }

  async #poll(): Promise<void> {
    const batches = await this.#announcements.batches();
    for (const [id, stamp] of batches)
      if (!this.#joined.has(id) && !this.#refused.has(id)) await this.#tryJoin(id, stamp);
    for (const id of this.#joined.keys()) if (!batches.has(id)) await this.#leaveBatch(id);
    for (const id of this.#refused.keys()) if (!batches.has(id)) this.#refused.delete(id);
    await this.#announcements.workers.refresh(this.id, {
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

  /** Joins a batch, or reports how this worker differs from what the batch needs. */
  async #tryJoin(id: string, stamp: Stamp): Promise<void> {
    const { proof, start, say } = this.#options;
    let differences = proofDifferences(stamp, proof);
    const grader = differences.length === 0 ? start(stamp.order) : undefined;
    if (grader !== undefined) {
      try {
        differences = specDifferences(stamp, (await grader.ready).specHashes);
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
    // A job with a lost lock goes to another worker; `openRedis` reports connection errors.
    worker.on('error', () => undefined);
    this.#joined.set(id, { worker, idle });
  }

  async #leaveBatch(id: string): Promise<void> {
    const joined = this.#joined.get(id);
    this.#joined.delete(id);
    await joined?.worker.close(this.#redis.status !== 'ready');
    for (const grader of joined?.idle.splice(0) ?? []) grader.close();
  }

  async #grade(job: BullJob<unknown>, order: Order, idle: Grader[]): Promise<void> {
    const id = job.id ?? '';
    // Already graded by a worker that died before completing the job.
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

  /** Retries until Redis has room for a result: grading again would take longer. */
  async #keep(id: string, graded: Parameters<ResultStore['keep']>[1]): Promise<void> {
    for (;;) {
      try {
        await this.#results.keep(id, graded);
        return;
      } catch (error) {
        if (!isOutOfMemory(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, storeRetryMs));
      }
    }
  }
}
