import { platform } from 'node:process';
import type { Outcome } from '../types';
import type { SubmissionProcess } from './SubmissionProcess';

/**
 * On a busy computer a process gets only part of the processor, which is not the submission's fault; on Linux the two
 * can be told apart.
 */
const wallClockFactor = platform === 'linux' ? 2 : 1;

/**
 * The processor time of a submission, over all its exercises and processes; wall-clock time where processor time is
 * unknown. Waiting is charged too, at the share that a busy computer may have withheld, so a submission that only waits
 * also reaches its limit.
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

  /** The outcome of an exercise when no time is left. */
  get timeout(): Outcome {
    return { status: 'timeout', seconds: this.#whole, of: 'submission' };
  }

  /** Lets a process compute for `seconds` and charges what it used. `body` receives its limit in wall-clock seconds. */
  async within<T>(process: SubmissionProcess, seconds: number, body: (wallSeconds: number) => Promise<T>): Promise<T> {
    const before = process.cpuSeconds;
    const begin = performance.now();
    process.allowCpu(seconds);
    try {
      return await body(wallClockFactor * seconds);
    } finally {
      const waited = (performance.now() - begin) / 1000 / wallClockFactor;
      // A process that has ended no longer reports its usage.
      const computed = process.cpuSeconds > before ? process.cpuSeconds - before : 0;
      this.#spent += Math.max(computed, Math.min(waited, seconds));
    }
  }

  /** The longest wall-clock time that the whole budget can take. */
  static maxWallSeconds(seconds: number): number {
    return wallClockFactor * seconds;
  }

  /**
   * The same for one exercise, limited to what is left of the whole. A timeout reports the limit that was reached,
   * independent of the computer's load.
   *
   * @param used - seconds that the exercise already used, in another process
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

  /** Call when a process was killed at the submission's limit: usage since the last sample counts as spent. */
  exhaust(): void {
    this.#spent = this.#whole;
  }
}
