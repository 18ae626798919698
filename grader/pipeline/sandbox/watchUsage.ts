import type { Usage } from './processTree';

/** A right answer stays below a fifth of it. */
export const maxResidentBytes = 2 ** 30;
const betweenLooksMs = 25;

interface Watched {
  /** What it uses; undefined where that is not known, or not yet. */
  readonly usage: () => Usage | undefined;
}

/** Looks again and again what a process and its descendants use, and reports when it is too much. */
export class UsageWatch {
  readonly #process: Watched;
  readonly #maxBytes: number;
  readonly #timer: NodeJS.Timeout;
  #cpuDeadline = Infinity;
  /** As of the last look, as long as it can't have changed by much. */
  #seen: Usage | undefined;

  /**
   * @param maxBytes - of resident memory, `maxResidentBytes` unless the machine has less to give
   * @param onTooMuch - called once, with what it has too much of
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
    }, betweenLooksMs);
    this.#timer.unref();
  }

  /** To be called when it was asked something, or answered: until then it waits, and what was seen stays true. */
  expectChange(): void {
    this.#seen = undefined;
  }

  /** Processor seconds used so far; 0 where they are not known. */
  get cpuSeconds(): number {
    return this.#usage?.cpuSeconds ?? 0;
  }

  /** Whether it holds more than half of what it may. */
  get isHalfFull(): boolean {
    return (this.#usage?.residentBytes ?? 0) > this.#maxBytes / 2;
  }

  /** From now on it may use as many processor seconds more. */
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
