import type { Usage } from './processTree';

/** A correct answer stays below a fifth of it. */
export const maxResidentBytes = 2 ** 30;
const pollIntervalMs = 25;

interface Watched {
  /** The current usage; undefined if it is not, or not yet, known. */
  readonly usage: () => Usage | undefined;
}

/** Polls the usage of a process and its descendants, and reports when it exceeds a limit. */
export class UsageWatch {
  readonly #process: Watched;
  readonly #maxBytes: number;
  readonly #timer: NodeJS.Timeout;
  #cpuDeadline = Infinity;
  /** The last sample, while it can't have changed much. */
  #seen: Usage | undefined;

  /**
   * @param maxBytes - of resident memory, `maxResidentBytes` unless the machine has less
   * @param onTooMuch - called once, with the resource that exceeded its limit
   */
  constructor(process: Watched, maxBytes: number, onTooMuch: (what: 'memory' | 'cpu') => void) {
    this.#process = process;
    this.#maxBytes = maxBytes;
    this.#timer = setInterval(() => {
      this.expectChange();
      const usage = this.#usage;
      if (usage === undefined) return;
      // V8's own limit doesn't count the arrays that tensors are made of.
      const what = usage.residentBytes > maxBytes ? 'memory' : usage.cpuSeconds > this.#cpuDeadline ? 'cpu' : undefined;
      if (what === undefined) return;
      this.end();
      onTooMuch(what);
    }, pollIntervalMs);
    this.#timer.unref();
  }

  /** Call when it was asked something or answered: until then it waits, and the last sample stays valid. */
  expectChange(): void {
    this.#seen = undefined;
  }

  /** Processor seconds used so far; 0 if unknown. */
  get cpuSeconds(): number {
    return this.#usage?.cpuSeconds ?? 0;
  }

  /** Whether it uses more than half of its memory limit. */
  get isHalfFull(): boolean {
    return (this.#usage?.residentBytes ?? 0) > this.#maxBytes / 2;
  }

  /** Allows that many more processor seconds from now on. */
  allowCpu(seconds: number): void {
    this.#cpuDeadline = seconds === Infinity ? Infinity : this.cpuSeconds + seconds;
  }

  get #usage(): Usage | undefined {
    return (this.#seen ??= this.#process.usage());
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
