import type { Outcome } from '../types';
import { FrameReader, type FrameLimits } from './frame';
import type { ProcessEnd, RunningProcess } from './processes';
import { decodeResponse } from './decodeResponse';
import { encodeRequest, limitsOfAnswer, type Request, type Response } from './protocol';
import { maxResidentBytes, UsageWatch } from './watchUsage';

/** How a process that did not answer ended. */
export type Stopped = Extract<Outcome, { status: 'timeout' | 'memory' | 'crashed' }>;

const stoppedByGrader: Stopped = { status: 'crashed', detail: 'the process was stopped by the grader' };
/** The last part is kept, in which V8 gives the cause of death. */
const keptStderr = 4_000;
const maxStderr = 2 ** 25;
/** A computer that takes longer to start a process can't grade. */
const secondsToStart = 30;

/** A request in its encoded form, and the limits of its answer. */
export interface Asked {
  readonly frame: Buffer;
  readonly limits: FrameLimits;
  /** Limit on the cost of reading the answer; see `costOf`. */
  readonly maxCost: number;
}

/** Limits before anything was asked: only the short `ready` message may come. */
const unasked: FrameLimits = { header: 1_000, payload: 0 };

/** One fresh process that runs one submission, and the requests to it. Once stopped, it answers nothing. */
export class SubmissionProcess {
  readonly #process: RunningProcess;
  readonly #frames = new FrameReader(() => this.#nextAsked?.limits ?? unasked);
  readonly #usage: UsageWatch;
  readonly #whenStarted: Promise<void>;
  #settleStart: () => void = () => undefined;
  #stderr = '';
  #printed = 0;
  #stopped: Stopped | undefined;
  #waiting:
    | { readonly answers: (Response | Stopped)[]; readonly asked: readonly Asked[]; readonly settle: () => void }
    | undefined;
  #isAsked = false;
  #lastId = 0;
  #hasStarted = false;
  #cpuAllowed = 0;

  /** @param maxBytes - of memory that it may use */
  constructor(process: RunningProcess, maxBytes = maxResidentBytes) {
    this.#whenStarted = new Promise((settle) => {
      this.#settleStart = settle;
    });
    this.#process = process;
    process.channel.on('data', (chunk: Buffer) => this.#receive(chunk));
    // Writing to a process that has just died fails; its end is reported separately.
    process.channel.on('error', () => undefined);
    process.standardError.on('data', (chunk: Buffer) => this.#keepStderr(chunk));
    this.#usage = new UsageWatch(process, maxBytes, (what) =>
      this.#stop(what === 'memory' ? { status: 'memory' } : { status: 'timeout', seconds: this.#cpuAllowed }),
    );
    process.onEnd((end) => this.#stop(stoppedBy(end, this.#stderr)));
    const timer = setTimeout(() => this.#stop({ status: 'timeout', seconds: secondsToStart }), secondsToStart * 1000);
    void this.#whenStarted.then(() => clearTimeout(timer));
  }

  /** Whether it received any code: if not, a failure is not the submission's fault. */
  get hasStarted(): boolean {
    // A process that died while waiting for its first code died for another reason.
    return this.#isAsked;
  }

  /** Processor seconds used so far; 0 if unknown. */
  get cpuSeconds(): number {
    return this.#usage.cpuSeconds;
  }

  /** Whether it uses so much memory that later exercises would not find enough. */
  get isFull(): boolean {
    return this.#usage.isHalfFull;
  }

  /** Allows that many more processor seconds before the process is killed. Waiting costs nothing. */
  allowCpu(seconds: number): void {
    this.#cpuAllowed = seconds;
    this.#usage.allowCpu(seconds);
  }

  /** Sends one request; kills the process after `seconds` of wall-clock time without an answer. */
  async ask(request: Request, seconds: number): Promise<Response | Stopped> {
    const asked = { frame: encodeRequest(request), limits: limitsOfAnswer(request), maxCost: Infinity };
    const [answer = this.#stopped ?? stoppedByGrader] = await this.askAll([asked], seconds);
    return answer;
  }

  /**
   * Sends many requests at once, which are answered one after another; kills the process if the last answer has not
   * arrived after `seconds` of wall-clock time.
   *
   * @returns the answers in the order of the requests; the last is what stopped the process, if anything did
   */
  async askAll(asked: readonly Asked[], seconds: number): Promise<readonly (Response | Stopped)[]> {
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
      this.#waiting = { answers, asked, settle };
      this.#isAsked = true;
      this.#usage.expectChange();
      // In one system call, as far as the pipe has room.
      const { channel } = this.#process;
      channel.cork();
      for (const { frame } of asked) channel.write(frame);
      channel.uncork();
    });
  }

  /** Ends the process, whatever it is doing. */
  stop(): void {
    this.#stop(stoppedByGrader);
  }

  get #nextAsked(): Asked | undefined {
    return this.#waiting?.asked[this.#waiting.answers.length];
  }

  #receive(chunk: Buffer): void {
    this.#usage.expectChange();
    try {
      for (const frame of this.#frames.push(chunk)) {
        const { id, response } = decodeResponse(frame, this.#nextAsked?.maxCost);
        if (response.status === 'ready' && !this.#hasStarted) {
          this.#hasStarted = true;
          this.#settleStart();
          continue;
        }
        const waiting = this.#waiting;
        if (waiting === undefined || id !== this.#lastId + 1) throw new Error('an answer that nothing asked for');
        this.#lastId = id;
        if (waiting.answers.push(response) === waiting.asked.length) waiting.settle();
      }
    } catch (error) {
      this.#stop({ status: 'crashed', detail: `its answers break the protocol: ${(error as Error).message}` });
    }
  }

  #keepStderr(chunk: Buffer): void {
    this.#stderr = (this.#stderr + chunk.subarray(-keptStderr).toString('latin1')).slice(-keptStderr);
    this.#printed += chunk.length;
    if (this.#printed > maxStderr)
      this.#stop({ status: 'crashed', detail: `it printed more than ${maxStderr / 2 ** 20} MB` });
  }

  #stop(reason: Stopped): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = reason;
    this.#usage.end();
    this.#process.kill();
    this.#process.channel.destroy();
    this.#process.standardError.destroy();
    this.#settleStart();
    this.#waiting?.answers.push(reason);
    this.#waiting?.settle();
  }
}

function stoppedBy(end: ProcessEnd, stderr: string): Stopped {
  if (/out of memory|allocation failed/i.test(stderr)) return { status: 'memory' };
  if (end.status === 'lost') return { status: 'crashed', detail: end.reason };
  const how = end.status === 'killed' ? `was ended by ${end.signal}` : `ended by itself with exit code ${end.code}`;
  return { status: 'crashed', detail: `the process ${how}` };
}
