import { platform } from 'node:process';
import type { Outcome } from '../types';
import type { SubmissionProcess } from './SubmissionProcess';

/**
 * A busy computer gives a process less than all its time, which is not the submission's fault, where the two can be
 * told apart.
 */
const patience = platform === 'linux' ? 2 : 1;

/**
 * The processor time that a submission has, over all its exercises and processes; where it can't be told, time by the
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
   * Lets a process compute for `seconds`, and adds up what it used. `body` is told how long it may wait by the clock.
   */
  async within<T>(process: SubmissionProcess, seconds: number, body: (wallSeconds: number) => Promise<T>): Promise<T> {
    const before = process.cpuSeconds;
    const begin = performance.now();
    process.allowCpu(seconds);
    try {
      return await body(patience * seconds);
    } finally {
      const byClock = (performance.now() - begin) / 1000 / patience;
      // One that has ended no longer tells what it used.
      const computed = process.cpuSeconds > before ? process.cpuSeconds - before : 0;
      this.#spent += Math.max(computed, Math.min(byClock, seconds));
    }
  }

  /** By the clock, all of it takes at most this long. */
  static maxWallSeconds(seconds: number): number {
    return patience * seconds;
  }

  /** The same, with no more than is left. A timeout tells the limit that was met, and not how busy the computer was. */
  async withinRest<T>(
    process: SubmissionProcess,
    seconds: number,
    body: (wallSeconds: number, timeout: Outcome) => Promise<T>,
  ): Promise<T> {
    const left = Math.max(0, this.#whole - this.#spent);
    const timeout: Outcome = left < seconds ? this.timeout : { status: 'timeout', seconds };
    return this.within(process, Math.min(left, seconds), (wallSeconds) => body(wallSeconds, timeout));
  }

  /** To be called when a process was ended for the submission's limit: what the last look at it missed is spent too. */
  exhaust(): void {
    this.#spent = this.#whole;
  }
}
