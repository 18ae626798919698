import type { Graded, Grader, Job, Prepared } from '../batch';
import { Announcements } from './announcements';
import { packSubmission } from './packSubmission';
import { jobId, usualTiming, type QueueJob, type Timing } from './job';
import { oneAtATime } from './oneAtATime';
import { openQueue, type OpenQueue } from './openQueue';
import { withoutPassword, type QueuePlace } from './openRedis';
import { Presence } from './Presence';
import { putJob } from './putJob';
import { checkResult, ResultStore } from './resultStore';
import { stampId, type Stamp } from './stamp';

export interface CoordinatorOptions extends QueuePlace {
  /** The ID of the results folder, so that a later run finds its earlier jobs. */
  readonly out: string;
  readonly stamp: Stamp;
  readonly prepared: Prepared;
  /** Starts a local grader, for submissions that can't be packed. */
  readonly startHere: () => Grader;
  /** Shows a warning while the batch runs. */
  readonly warn: (what: string) => void;
  readonly timing?: Timing;
}

interface Waiting {
  readonly job: QueueJob;
  readonly resolve: (graded: Graded) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Puts submissions into the queue and fetches their results. After any crash the same jobs can be added again: a job is
 * identified by its results folder and its content, its first result wins, and both are kept until the result is on disk.
 */
export class Coordinator {
  readonly #options: CoordinatorOptions;
  readonly #open: OpenQueue;
  readonly #presence: Presence;
  readonly #results: ResultStore;
  readonly #waiting = new Map<string, Waiting>();
  /** Jobs with a fetched result that is not written yet, by submission. */
  readonly #fetched = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;
  readonly #removals: Promise<unknown>[] = [];
  #localGrader: Grader | undefined;
  #polling = Promise.resolve();

  private constructor(options: CoordinatorOptions, open: OpenQueue) {
    const { prefix, stamp, timing = usualTiming } = options;
    const { redis, events } = open;
    this.#options = options;
    this.#open = open;
    this.#presence = new Presence(new Announcements(redis, prefix), stamp, options.warn);
    this.#results = new ResultStore(redis, prefix);
    events.on('completed', ({ jobId: id }) => void this.#fetch(id));
    events.on('failed', ({ jobId: id, failedReason }) => this.#fail(id, failedReason));
    // Events can be missed, and Redis can lose data.
    this.#timer = setInterval(() => {
      this.#polling = this.#polling.then(() => this.#poll()).catch(() => undefined);
    }, timing.stalledMs);
  }

  /** @throws as `openRedis` does */
  static async open(options: CoordinatorOptions): Promise<Coordinator> {
    const coordinator = new Coordinator(options, await openQueue(options, stampId(options.stamp), options.warn));
    try {
      await coordinator.#presence.refresh(false);
    } catch (error) {
      await coordinator.close(false);
      throw new Error(
        `Redis at ${withoutPassword(options.url)} refuses writes (${error instanceof Error ? error.message : String(error)}); free or raise its memory`,
        { cause: error },
      );
    }
    return coordinator;
  }

  /** A grader that puts its jobs into the queue; closing it has no effect. */
  grader(): Grader {
    const ready = Promise.resolve(this.#options.prepared);
    return { ready, isAlive: true, grade: (job) => this.#grade(job), close: () => undefined };
  }

  begin(total: number): void {
    this.#presence.total = total;
  }

  /** Removes the job and the result of a submission from Redis once the result is on disk. */
  settle(name: string): void {
    this.#presence.done += 1;
    const id = this.#fetched.get(name);
    this.#fetched.delete(name);
    // Redis expires what this fails to remove.
    if (id !== undefined) this.#removals.push(this.#remove(id).catch(() => undefined));
  }

  /** @param isDone - whether the batch is complete, so that an empty queue can be deleted */
  async close(isDone: boolean): Promise<void> {
    clearInterval(this.#timer);
    this.#localGrader?.close();
    await this.#polling;
    for (const { reject } of this.#waiting.values()) reject(new Error('the batch has ended'));
    this.#waiting.clear();
    if (this.#open.redis.status === 'ready') {
      await Promise.all(this.#removals);
      const isLast = await this.#presence.leave();
      if (
        isDone &&
        isLast &&
        (await this.#open.queue.getJobCountByTypes('wait', 'active', 'failed', 'completed')) === 0
      ) {
        await this.#presence.withdraw();
        await this.#open.queue.obliterate().catch(() => undefined);
      }
    }
    await Promise.allSettled([this.#open.events.close(), this.#open.queue.close()]);
    this.#open.redis.disconnect();
  }

  async #grade({ name, entry, path, problem, alone }: Job): Promise<Graded> {
    const files = problem === undefined ? await packSubmission(path) : undefined;
    if (files === undefined) return this.#gradeLocally({ name, entry, path, problem, alone });
    const job: QueueJob = { name, entry, alone, files: files.toString('base64') };
    const id = jobId(this.#options.out, this.#presence.batch, job);
    const graded = new Promise<Graded>((resolve, reject) => this.#waiting.set(id, { job, resolve, reject }));
    await this.#fetch(id);
    if (this.#waiting.has(id)) await this.#put(id, job);
    return graded;
  }

  async #gradeLocally(job: Job): Promise<Graded> {
    if (this.#localGrader?.isAlive !== true) this.#localGrader = oneAtATime(this.#options.startHere());
    return this.#localGrader.grade(job);
  }

  async #put(id: string, job: QueueJob): Promise<void> {
    await putJob({
      ...this.#open,
      ...{ id, job },
      isWanted: () => this.#waiting.has(id),
      onFull: () => this.#warnOnce('Redis is nearly full: waiting for room, nothing is lost; raise its maxmemory'),
    });
  }

  async #fetch(id: string): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    try {
      const graded = await this.#results.find(id);
      if (graded === undefined) return;
      checkResult(graded.text, waiting.job, this.#options.stamp);
      // Two events of the same job can arrive together.
      if (!this.#waiting.delete(id)) return;
      this.#fetched.set(waiting.job.name, id);
      waiting.resolve(graded);
    } catch (error) {
      await this.#remove(id).catch(() => undefined);
      this.#fail(id, error instanceof Error ? error.message : String(error));
    }
  }

  #fail(id: string, reason: string): void {
    const waiting = this.#waiting.get(id);
    if (!this.#waiting.delete(id) || waiting === undefined) return;
    this.#open.queue.remove(id).catch(() => undefined);
    const isPoison = reason.includes('stalled more than');
    waiting.reject(new Error(isPoison ? 'each worker that took it died or hung; see their machines' : reason));
  }

  async #remove(id: string): Promise<void> {
    await Promise.all([this.#open.queue.remove(id), this.#results.remove(id)]);
  }

  /** Updates the state of the pending jobs, and adds those again that Redis has lost. */
  async #poll(): Promise<void> {
    if (this.#open.redis.status !== 'ready') return;
    await this.#presence.refresh(this.#waiting.size > 0);
    for (const [id, { job }] of [...this.#waiting]) {
      const state = await this.#open.queue.getJobState(id);
      if (state === 'completed') {
        await this.#fetch(id);
        // Completed, but its result is missing.
        if (this.#waiting.has(id)) await this.#open.queue.remove(id);
      } else if (state === 'failed') {
        const failed = await this.#open.queue.getJob(id);
        this.#fail(id, failed?.failedReason ?? 'a worker could not grade it');
      } else if (state === 'unknown') await this.#put(id, job);
    }
  }

  #lastWarning = '';
  #warnOnce(what: string): void {
    if (what !== this.#lastWarning) this.#options.warn(what);
    this.#lastWarning = what;
  }
}
