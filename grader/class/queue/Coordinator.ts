import type { Graded, Grader, Job, Prepared } from '../batch';
import { Announcements } from './announcements';
import { packSubmission } from './carrySubmission';
import { jobId, usualTiming, type QueueJob, type Timing } from './job';
import { oneAtATime } from './oneAtATime';
import { openQueue, type OpenQueue } from './openQueue';
import { withoutPassword, type QueuePlace } from './openRedis';
import { Presence } from './Presence';
import { putJob } from './putJob';
import { checkResult, ResultStore } from './resultStore';
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

/**
 * Puts submissions into the queue and fetches their results. Whoever dies, the same jobs can be put in again: each is
 * known by its folder of results and its content, its first result stands, and both stay until the result is on disk.
 */
export class Coordinator {
  readonly #options: CoordinatorOptions;
  readonly #open: OpenQueue;
  readonly #presence: Presence;
  readonly #results: ResultStore;
  readonly #waiting = new Map<string, Waiting>();
  /** Jobs whose results are fetched and not yet written, by submission. */
  readonly #fetched = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;
  readonly #forgetting: Promise<unknown>[] = [];
  #here: Grader | undefined;
  #looking = Promise.resolve();

  private constructor(options: CoordinatorOptions, open: OpenQueue) {
    const { prefix, stamp, timing = usualTiming } = options;
    const { redis, events } = open;
    this.#options = options;
    this.#open = open;
    this.#presence = new Presence(new Announcements(redis, prefix), stamp, options.warn);
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
    const coordinator = new Coordinator(options, await openQueue(options, stampId(options.stamp), options.warn));
    try {
      await coordinator.#presence.sign(false);
    } catch (error) {
      await coordinator.close(false);
      throw new Error(
        `Redis at ${withoutPassword(options.url)} takes nothing (${error instanceof Error ? error.message : String(error)}); free or raise its memory`,
        { cause: error },
      );
    }
    return coordinator;
  }

  /** One of many that hand on their jobs; closing it closes nothing. */
  grader(): Grader {
    const ready = Promise.resolve(this.#options.prepared);
    return { ready, isAlive: true, grade: (job) => this.#grade(job), close: () => undefined };
  }

  begin(total: number): void {
    this.#presence.total = total;
  }

  /** Once the result of a submission is on disk, Redis need not keep it. */
  settle(name: string): void {
    this.#presence.done += 1;
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
    if (this.#open.redis.status === 'ready') {
      await Promise.all(this.#forgetting);
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
    if (files === undefined) return this.#gradeHere({ name, entry, path, problem, alone });
    const job: QueueJob = { name, entry, alone, files: files.toString('base64') };
    const id = jobId(this.#options.out, this.#presence.batch, job);
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
    this.#open.queue.remove(id).catch(() => undefined);
    const isPoison = reason.includes('stalled more than');
    waiting.reject(new Error(isPoison ? 'each worker that took it died or hung; see their machines' : reason));
  }

  async #forget(id: string): Promise<void> {
    await Promise.all([this.#open.queue.remove(id), this.#results.remove(id)]);
  }

  /** What became of the jobs that are waited for; those that Redis has lost are put in again. */
  async #look(): Promise<void> {
    if (this.#open.redis.status !== 'ready') return;
    await this.#presence.sign(this.#waiting.size > 0);
    for (const [id, { job }] of [...this.#waiting]) {
      const state = await this.#open.queue.getJobState(id);
      if (state === 'completed') {
        await this.#fetch(id);
        // Done, and its result is gone.
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
