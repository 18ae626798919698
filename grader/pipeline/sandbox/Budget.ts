import { platform } from 'node:process';
import type { Outcome } from '../types';
import type { SubmissionProcess } from './SubmissionProcess';

/**
 * A busy computer gives a process less than all its time, which is not the submission's fault, where the two can be
 * told apart.
 */
const patience = platform === 'linux' ? 2 : 1;

/**
 * The processor time that a submission has, over all its exercises and processes; where it is not known, time by the
 * clock. Waiting costs as well, as much as a process on a busy computer may have waited for its turn: so that whoever
 * only waits comes to an end, too.
 */
export class Budget {
  readonly #whole: number;
  #spent = 0;

  constructor(seconds: number) {
    this.#whole = seconds;
  }

  get isSpent(): boolean {
    return this.#spent >= this.#whole;
  }

  /** What becomes of an exercise when nothing is left. */
  get timeout(): Outcome {
    return { status: 'timeout', seconds: this.#whole, of: 'submission' };
  }

  /**
   * Lets a process compute for `seconds`, and adds up what it used. `body` gets how long it may wait by the clock.
   */
  async within<T>(process: SubmissionProcess, seconds: number, body: (wallSeconds: number) => Promise<T>): Promise<T> {
    const before = process.cpuSeconds;
    const begin = performance.now();
    process.allowCpu(seconds);
    try {
      return await body(patience * seconds);
    } finally {
      const byClock = (performance.now() - begin) / 1000 / patience;
      // One that has ended no longer shows what it used.
      const computed = process.cpuSeconds > before ? process.cpuSeconds - before : 0;
      this.#spent += Math.max(computed, Math.min(byClock, seconds));
    }
  }

  /** By the clock, all of it takes at most this long. */
  static maxWallSeconds(seconds: number): number {
    return patience * seconds;
  }

  /**
   * The same for one exercise, with no more than is left of the whole. A timeout names the limit that was met, and not
   * how busy the computer was.
   *
   * @param used - seconds of the exercise's own that it used before, in another process
   */
  async withinRest<T>(
    process: SubmissionProcess,
    { seconds, used }: { readonly seconds: number; readonly used: number },
    body: (wallSeconds: number, timeout: Outcome) => Promise<T>,
  ): Promise<{ readonly result: T; readonly used: number }> {
    const left = Math.max(0, this.#whole - this.#spent);
    const own = Math.max(0, seconds - used);
    const timeout: Outcome = left < own ? this.timeout : { status: 'timeout', seconds };
    const before = this.#spent;
    const result = await this.within(process, Math.min(left, own), (wallSeconds) => body(wallSeconds, timeout));
    return { result, used: used + this.#spent - before };
  }

  /** To be called when a process was ended for the submission's limit: what the last look at it missed is spent too. */
  exhaust(): void {
    this.#spent = this.#whole;
  }
}
