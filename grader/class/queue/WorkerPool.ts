import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Grader } from '../batch';
import { Announcements } from './announcements';
import { maxStalled, usualTiming, type Timing } from './job';
import { JobRunner } from './JobRunner';
import { openRedis, type QueuePlace } from './openRedis';
import { ResultStore } from './resultStore';
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

/** Grades the jobs of every batch that this worker matches, until it is closed. */
export class WorkerPool {
  readonly id = randomUUID();
  readonly #options: WorkerPoolOptions;
  readonly #redis: Redis;
  readonly #announcements: Announcements;
  readonly #runner: JobRunner;
  readonly #joined = new Map<string, { readonly worker: Worker; readonly idle: Grader[] }>();
  readonly #refused = new Map<string, readonly string[]>();
  #polling = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  private constructor(options: WorkerPoolOptions, redis: Redis) {
    this.#options = options;
    this.#redis = redis;
    this.#announcements = new Announcements(redis, options.prefix);
    this.#runner = new JobRunner(options.jobs, new ResultStore(redis, options.prefix));
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
    return this.#runner.done;
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
    const { done, running, rate } = this.#runner;
    await this.#announcements.workers.refresh(this.id, {
      host: hostname(),
      pid: process.pid,
      jobs: this.#options.jobs,
      proof: this.#options.proof,
      done,
      running,
      rate: rate.perSecond(performance.now()),
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
    const { prefix, jobs, start, timing = usualTiming } = this.#options;
    const { Worker } = await import('bullmq');
    const idle = [first];
    const graders = { idle, start: () => start(order) };
    const worker = new Worker<unknown>(id, (job) => this.#runner.run(job, graders), {
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
}
