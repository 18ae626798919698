import type { Duplex, Readable } from 'node:stream';
import { ProcessUsage, type Usage } from '../processTree';
import { childByNumber } from './processNumbers';
import type { ProcessEnd, RunningProcess } from './RunningProcess';
import { signalName } from './startCold';

interface Slot {
  readonly channel: Duplex;
  readonly standardError: Readable;
  /** Asks the nursery to end the process, if it still runs, and to report how it ended. */
  readonly end: () => void;
}

/** A nursery's child, as seen by the grader. */
export class ForkedProcess implements RunningProcess {
  readonly channel: Duplex;
  readonly standardError: Readable;
  readonly #askForEnd: () => void;
  readonly #whenEnded: Promise<ProcessEnd>;
  #settleEnd: (end: ProcessEnd) => void = () => undefined;
  #isEnding = false;
  #pid: number | undefined;
  #usage: ProcessUsage | undefined;

  constructor({ channel, standardError, end }: Slot) {
    this.channel = channel;
    this.standardError = standardError;
    this.#askForEnd = end;
    const whenTold = new Promise<ProcessEnd>((resolve) => {
      this.#settleEnd = resolve;
    });
    const whenRead = new Promise<void>((resolve) => standardError.once('end', resolve).once('close', resolve));
    this.#whenEnded = Promise.all([whenTold, whenRead]).then(([end]) => {
      this.#usage?.close();
      return end;
    });
    // It closes when the process ends. A process that closes it itself can't be asked anything, so it is killed.
    channel.once('end', () => this.kill()).once('close', () => this.kill());
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  usage(): Usage | undefined {
    // It can't start others, so its own usage is the total.
    return this.#usage?.read();
  }

  kill(): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#askForEnd();
  }

  onEnd(listener: (end: ProcessEnd) => void): void {
    void this.#whenEnded.then(listener);
  }

  /** @param nursery - pid in the grader's namespace. @param pid - in the nursery's */
  setNumber(nursery: number, pid: number): void {
    this.#pid = childByNumber(nursery, pid);
    if (this.#pid !== undefined) this.#usage = new ProcessUsage(this.#pid);
  }

  /** Its end, as reported by the nursery. Earlier output is still read. */
  setEnd({ exitCode, signal }: { readonly exitCode?: number | undefined; readonly signal?: number | undefined }): void {
    this.standardError.resume();
    if (signal === undefined) this.#settleEnd({ status: 'exited', code: exitCode ?? 0 });
    else this.#settleEnd({ status: 'killed', signal: signalName(signal) ?? `signal ${signal}` });
  }

  /** Its nursery has ended, and the process with it. */
  lose(reason: string): void {
    this.channel.destroy();
    this.standardError.destroy();
    this.#settleEnd({ status: 'lost', reason });
  }
}
