import type { Job as BullJob } from 'bullmq';
import type { Graded, Grader } from '../batch';
import { isOutOfMemory } from './hasRoom';
import { jobSchema } from './job';
import { unpackSubmission } from './packSubmission';
import { Rate } from './Rate';
import type { ResultStore } from './resultStore';
import { Slots } from './Slots';

const storeRetryMs = 1_000;

/** Graders of one batch: idle ones, and a function that starts another. */
export interface GraderPool {
  readonly idle: Grader[];
  readonly start: () => Grader;
}

/** Grades the jobs of all batches of a worker, at most `jobs` at once, and counts them. */
export class JobRunner {
  done = 0;
  running = 0;
  readonly rate = new Rate();
  readonly #slots: Slots;

  constructor(
    readonly jobs: number,
    private readonly results: ResultStore,
  ) {
    this.#slots = new Slots(jobs);
  }

  async run(job: BullJob<unknown>, { idle, start }: GraderPool): Promise<void> {
    const id = job.id ?? '';
    // Already graded by a worker that died before completing the job.
    if (await this.results.has(id)) return;
    const { name, entry, alone, files } = jobSchema.parse(job.data);
    const release = await this.#slots.take(alone ? this.jobs : 1);
    this.running += 1;
    try {
      const { path, close } = await unpackSubmission(Buffer.from(files, 'base64'), entry);
      const grader = (alone ? undefined : idle.pop()) ?? start();
      try {
        await this.#keep(id, await grader.grade({ name, entry, path, problem: undefined, alone }));
        this.done += 1;
        this.rate.count(performance.now());
      } finally {
        await close();
        if (grader.isAlive && !alone && idle.length < this.jobs) idle.push(grader);
        else grader.close();
      }
    } finally {
      this.running -= 1;
      release();
    }
  }

  /** Retries until Redis has room for a result: grading again would take longer. */
  async #keep(id: string, graded: Graded): Promise<void> {
    for (;;) {
      try {
        await this.results.keep(id, graded);
        return;
      } catch (error) {
        if (!isOutOfMemory(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, storeRetryMs));
      }
    }
  }
}
