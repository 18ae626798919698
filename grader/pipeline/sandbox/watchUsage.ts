import { usageOfTree } from './processTree';

/** A right answer stays below a fifth of it. */
export const mostResidentBytes = 2 ** 30;
const betweenLooksMs = 25;

/** Looks again and again what a process and its descendants use, and tells when it is too much. */
export class UsageWatch {
  readonly #pid: number | undefined;
  readonly #mostBytes: number;
  readonly #timer: NodeJS.Timeout;
  #cpuDeadline = Infinity;

  /**
   * @param mostBytes - of resident memory, `mostResidentBytes` unless the machine has less to give
   * @param onTooMuch - called once, with what it has too much of
   */
  constructor(pid: number | undefined, mostBytes: number, onTooMuch: (what: 'memory' | 'cpu') => void) {
    this.#pid = pid;
    this.#mostBytes = mostBytes;
    this.#timer = setInterval(() => {
      const usage = pid === undefined ? undefined : usageOfTree(pid);
      if (usage === undefined) return;
      // V8's own limit doesn't count the arrays that tensors are made of.
      const what = usage.residentBytes > mostBytes ? 'memory' : usage.cpuSeconds > this.#cpuDeadline ? 'cpu' : undefined;
      if (what === undefined) return;
      this.end();
      onTooMuch(what);
    }, betweenLooksMs);
    this.#timer.unref();
  }

  /** Processor seconds used so far; 0 where they can't be told. */
  get cpuSeconds(): number {
    return this.#pid === undefined ? 0 : (usageOfTree(this.#pid)?.cpuSeconds ?? 0);
  }

  /** Whether it holds more than half of what it may. */
  get isHalfFull(): boolean {
    return this.#pid !== undefined && (usageOfTree(this.#pid)?.residentBytes ?? 0) > this.#mostBytes / 2;
  }

  /** From now on it may use as many processor seconds more. */
  allowCpu(seconds: number): void {
    this.#cpuDeadline = seconds === Infinity ? Infinity : this.cpuSeconds + seconds;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
