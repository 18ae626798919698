import { spawn, type ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import type { Outcome } from '../types';
import { encodeFrame, FrameReader } from './frame';
import { decodeResponse, encodeRequest, type Request, type Response } from './protocol';
import { watchMemory } from './watchMemory';

/** How a process that did not answer ended. */
export type Stopped = Extract<Outcome, { status: 'timeout' | 'memory' | 'crashed' }>;

const channelIndex = 3;
const longestStderr = 4_000;

/** One fresh process that runs one submission, and the pipe to it. After it stopped it answers nothing more. */
export class SubmissionProcess {
  readonly #process: ChildProcess;
  readonly #channel: Duplex;
  readonly #frames = new FrameReader();
  readonly #endWatch: () => void;
  #stderr = '';
  #stopped: Stopped | undefined;
  #waiting: { readonly id: number; readonly settle: (answer: Response | Stopped) => void } | undefined;
  #lastId = 0;
  #hasStarted = false;

  /** @param command - program and arguments that start the bundle of `child/main.ts` */
  constructor([program = process.execPath, ...args]: readonly string[]) {
    // Nothing of the grader's environment is a submission's business.
    this.#process = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env: {} });
    this.#channel = this.#process.stdio[channelIndex] as Duplex;
    this.#channel.on('data', (chunk: Buffer) => this.#receive(chunk));
    // A write to a process that has just died is told by its exit.
    this.#channel.on('error', () => undefined);
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('utf8')).slice(-longestStderr);
    });
    this.#endWatch = watchMemory(this.#process.pid, () => this.#stop({ status: 'memory' }));
    this.#process.on('error', (error) => this.#stop({ status: 'crashed', detail: `the process could not be started: ${error.message}` }));
    this.#process.on('close', (code, signal) => this.#stop(endOf(code, signal, this.#stderr)));
  }

  /** Whether it got as far as taking code: if not, what went wrong is not the submission's fault. */
  get hasStarted(): boolean {
    return this.#hasStarted;
  }

  /** Asks one thing; after `seconds` without an answer the process is killed. */
  ask(request: Request, seconds: number): Promise<Response | Stopped> {
    if (this.#stopped !== undefined) return Promise.resolve(this.#stopped);
    const id = (this.#lastId += 1);
    const { header, payload } = encodeRequest(id, request);
    const { promise, resolve } = withResolver<Response | Stopped>();
    const timer = setTimeout(() => this.#stop({ status: 'timeout', seconds }), seconds * 1000);
    this.#waiting = {
      id,
      settle: (answer) => {
        clearTimeout(timer);
        resolve(answer);
      },
    };
    this.#channel.write(encodeFrame(header, payload));
    return promise;
  }

  /** Ends the process, whatever it is doing. */
  stop(): void {
    this.#stop({ status: 'crashed', detail: 'the process was stopped by the grader' });
  }

  #receive(chunk: Buffer): void {
    try {
      for (const frame of this.#frames.push(chunk)) {
        const { id, response } = decodeResponse(frame);
        if (response.kind === 'ready' && !this.#hasStarted) {
          this.#hasStarted = true;
          continue;
        }
        const waiting = this.#waiting;
        if (waiting?.id !== id) throw new Error('an answer that nothing asked for');
        this.#waiting = undefined;
        waiting.settle(response);
      }
    } catch (error) {
      this.#stop({ status: 'crashed', detail: `its answers break the protocol: ${(error as Error).message}` });
    }
  }

  #stop(reason: Stopped): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = reason;
    this.#endWatch();
    this.#process.kill('SIGKILL');
    this.#channel.destroy();
    this.#waiting?.settle(reason);
    this.#waiting = undefined;
  }
}

function endOf(code: number | null, signal: NodeJS.Signals | null, stderr: string): Stopped {
  if (/heap out of memory|Array buffer allocation failed/.test(stderr)) return { status: 'memory' };
  return {
    status: 'crashed',
    detail: signal === null ? `the process ended by itself with exit code ${code}` : `the process was ended by ${signal}`,
  };
}

// Promise.withResolvers is not in Node 20.
function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
