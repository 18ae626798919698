import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Duplex } from 'node:stream';
import type { Outcome } from '../types';
import { endWithGrader, killGroup, leadsGroup } from './endWithGrader';
import { FrameReader } from './frame';
import { decodeResponse, encodeRequest, type Request, type Response } from './protocol';
import { mostResidentBytes, UsageWatch } from './watchUsage';

/** How a process that did not answer ended. */
export type Stopped = Extract<Outcome, { status: 'timeout' | 'memory' | 'crashed' }>;

const stoppedByGrader: Stopped = { status: 'crashed', detail: 'the process was stopped by the grader' };
const channelIndex = 3;
/** The end is kept, where V8 says what it died of. */
const keptStderr = 4_000;
const mostStderr = 2 ** 25;
/** A computer that is this slow to start a process can't grade. */
const secondsToStart = 30;

/** One fresh process that runs one submission, and the pipe to it. After it stopped it answers nothing more. */
export class SubmissionProcess {
  readonly #process: ChildProcess;
  readonly #channel: Duplex;
  readonly #frames = new FrameReader();
  readonly #usage: UsageWatch;
  readonly #whenStarted: Promise<void>;
  #settleStart: () => void = () => undefined;
  #stderr = '';
  #printed = 0;
  #stopped: Stopped | undefined;
  #waiting: { readonly answers: (Response | Stopped)[]; readonly count: number; readonly settle: () => void } | undefined;
  #isAsked = false;
  #lastId = 0;
  #hasStarted = false;
  #cpuAllowed = 0;

  /**
   * @param command - program and arguments that start the bundle of `child/main.ts`
   * @param mostBytes - of memory that it may hold
   */
  constructor([program = process.execPath, ...args]: readonly string[], mostBytes = mostResidentBytes) {
    this.#whenStarted = new Promise((settle) => {
      this.#settleStart = settle;
    });
    // Nothing of the grader's environment is a submission's business.
    this.#process = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env: {}, detached: leadsGroup });
    endWithGrader(this.#process);
    this.#channel = this.#process.stdio[channelIndex] as Duplex;
    this.#channel.on('data', (chunk: Buffer) => this.#receive(chunk));
    // A write to a process that has just died is told by its exit.
    this.#channel.on('error', () => undefined);
    this.#process.stderr?.on('data', (chunk: Buffer) => this.#keepStderr(chunk));
    this.#usage = new UsageWatch(this.#process.pid, mostBytes, (what) =>
      this.#stop(what === 'memory' ? { status: 'memory' } : { status: 'timeout', seconds: this.#cpuAllowed }),
    );
    this.#process.on('error', (error) => this.#stop({ status: 'crashed', detail: `the process could not be started: ${error.message}` }));
    this.#process.on('close', (code, signal) => this.#stop(endOf(code, signal, this.#stderr)));
    const timer = setTimeout(() => this.#stop({ status: 'timeout', seconds: secondsToStart }), secondsToStart * 1000);
    void this.#whenStarted.then(() => clearTimeout(timer));
  }

  /** Whether it got as far as taking code: if not, what went wrong is not the submission's fault. */
  get hasStarted(): boolean {
    // One that died while it waited for its first code died of something else.
    return this.#isAsked;
  }

  /** Processor seconds used so far; 0 where they can't be told. */
  get cpuSeconds(): number {
    return this.#usage.cpuSeconds;
  }

  /** Whether it holds so much memory that others would not find enough. */
  get isFull(): boolean {
    return this.#usage.isHalfFull;
  }

  /** From now on it may compute for as many seconds more, and is killed then. Waiting costs nothing. */
  allowCpu(seconds: number): void {
    this.#cpuAllowed = seconds;
    this.#usage.allowCpu(seconds);
  }

  /** Asks one thing; after `seconds` by the clock without an answer the process is killed. */
  async ask(request: Request, seconds: number): Promise<Response | Stopped> {
    const [answer = this.#stopped ?? stoppedByGrader] = await this.askAll([encodeRequest(request)], seconds);
    return answer;
  }

  /**
   * Asks many things at once, which are answered one after the other; after `seconds` by the clock without the last answer the process is
   * killed.
   *
   * @returns the answers in the order of the requests; the last is what stopped the process, if anything did
   */
  async askAll(requests: readonly Buffer[], seconds: number): Promise<readonly (Response | Stopped)[]> {
    await this.#whenStarted;
    if (this.#stopped !== undefined) return [this.#stopped];
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#stop({ status: 'timeout', seconds }), seconds * 1000);
      const answers: (Response | Stopped)[] = [];
      const settle = (): void => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(answers);
      };
      this.#waiting = { answers, count: requests.length, settle };
      this.#isAsked = true;
      // In one system call, as far as the pipe takes it.
      this.#channel.cork();
      for (const request of requests) this.#channel.write(request);
      this.#channel.uncork();
    });
  }

  /** Ends the process, whatever it is doing. */
  stop(): void {
    this.#stop(stoppedByGrader);
  }

  #receive(chunk: Buffer): void {
    try {
      for (const frame of this.#frames.push(chunk)) {
        const { id, response } = decodeResponse(frame);
        if (response.status === 'ready' && !this.#hasStarted) {
          this.#hasStarted = true;
          this.#settleStart();
          continue;
        }
        const waiting = this.#waiting;
        if (waiting === undefined || id !== this.#lastId + 1) throw new Error('an answer that nothing asked for');
        this.#lastId = id;
        if (waiting.answers.push(response) === waiting.count) waiting.settle();
      }
    } catch (error) {
      this.#stop({ status: 'crashed', detail: `its answers break the protocol: ${(error as Error).message}` });
    }
  }

  #keepStderr(chunk: Buffer): void {
    this.#stderr = (this.#stderr + chunk.subarray(-keptStderr).toString('latin1')).slice(-keptStderr);
    this.#printed += chunk.length;
    if (this.#printed > mostStderr) this.#stop({ status: 'crashed', detail: `it printed more than ${mostStderr / 2 ** 20} MB` });
  }

  #stop(reason: Stopped): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = reason;
    this.#usage.end();
    killGroup(this.#process);
    this.#channel.destroy();
    this.#process.stderr?.destroy();
    this.#settleStart();
    this.#waiting?.answers.push(reason);
    this.#waiting?.settle();
  }
}

function endOf(code: number | null, signal: NodeJS.Signals | null, stderr: string): Stopped {
  if (/out of memory|allocation failed/i.test(stderr)) return { status: 'memory' };
  const name = signal ?? signalIn(code);
  return {
    status: 'crashed',
    detail: name === undefined ? `the process ended by itself with exit code ${code}` : `the process was ended by ${name}`,
  };
}

// What isolation starts a process with passes its end by a signal on as 128 and the signal's number, as shells do.
function signalIn(code: number | null): string | undefined {
  const number = (code ?? 0) - 128;
  return Object.entries(constants.signals).find(([, known]) => known === number)?.[0];
}
