import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { endWithGrader, killGroup, leadsGroup } from '../endWithGrader';
import {
  controlDescriptor,
  encodeLine,
  LineReader,
  slotDescriptors,
  type FromNursery,
  type NurseryOptions,
  type ToNursery,
} from '../nursery/messages';
import { ForkedProcess } from './ForkedProcess';
import { lastOfLine } from './processNumbers';
import type { RunningProcess } from './RunningProcess';

/** How a nursery is started. */
export interface NurseryCommand extends Pick<NurseryOptions, 'koffiFile' | 'namespaces'> {
  /** Program and arguments. */
  readonly command: readonly string[];
}

export type NurseryState = { readonly status: 'warm' } | { readonly status: 'failed'; readonly reason: string };

const secondsToWarm = 60;
const secondsToEnd = 10;
const keptText = 2_000;

/** A warm process, on the grader's side: it forks one for each submission. @see Note [Warm processes] */
export class Nursery {
  /** Settles once a first process has been forked and was ready, or could not be had. */
  readonly whenOpen: Promise<NurseryState>;
  readonly #process: ChildProcess;
  readonly #lines = new LineReader<FromNursery>();
  readonly #children = new Map<number, ForkedProcess>();
  /** Those that it was told to end, and how long it may take. */
  readonly #ending = new Map<number, NodeJS.Timeout>();
  readonly #slots: number;
  #settleOpen: (state: NurseryState) => void = () => undefined;
  #printed = '';
  #nextSlot = 0;
  #pid = 0;
  #status: 'opening' | 'warm' | 'retired' | 'failed' = 'opening';

  constructor(
    { command, koffiFile, namespaces }: NurseryCommand,
    { slots, warmUp }: Pick<NurseryOptions, 'slots' | 'warmUp'>,
  ) {
    const [program = process.execPath, ...args] = command;
    this.#slots = slots;
    const pairs = Array.from({ length: 2 * slots }, () => 'pipe' as const);
    // Node's loops then share no memory with the kernel, which a child would have its hands on.
    const env = { UV_USE_IO_URING: '0' };
    this.#process = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', ...pairs],
      env,
      detached: leadsGroup,
    });
    endWithGrader(this.#process);
    this.whenOpen = new Promise((resolve) => {
      const timer = setTimeout(() => this.#fail(`it was not warm after ${secondsToWarm} s`), secondsToWarm * 1000);
      this.#settleOpen = (state) => {
        clearTimeout(timer);
        resolve(state);
      };
    });
    // Sockets of processes that are still to come end with the nursery, too.
    for (const socket of this.#process.stdio) socket?.on('error', () => undefined);
    this.#process.stderr?.on(
      'data',
      (chunk: Buffer) => (this.#printed = (this.#printed + chunk.toString()).slice(0, keptText)),
    );
    this.#socket(controlDescriptor).on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#process.on('error', (error) => this.#fail(error.message));
    this.#process.on('close', (code, signal) =>
      this.#fail(firstLine(this.#printed) ?? `it ended with ${signal ?? `exit code ${code}`}`),
    );
    this.#tell({ kind: 'open', koffiFile, namespaces, slots, warmUp });
  }

  /** How many processes it can still fork: none before it is warm. */
  get slotsLeft(): number {
    return this.#status === 'warm' ? this.#slots - this.#nextSlot : 0;
  }

  /** A process that is about to be ready, which its first frame says. */
  fork(): RunningProcess {
    const slot = this.#nextSlot;
    this.#nextSlot += 1;
    const { channel, standardError } = slotDescriptors(slot);
    const child = new ForkedProcess({
      // Who waits for an answer is held up by it, as by a process of its own.
      channel: this.#socket(channel).ref(),
      standardError: this.#socket(standardError),
      end: () => this.#end(slot),
    });
    this.#children.set(slot, child);
    this.#tell({ kind: 'fork', slot });
    return child;
  }

  /** Has it end with the last of its processes. */
  retire(): void {
    this.#status = 'retired';
    if (this.#children.size === 0) this.close();
  }

  /** Ends it, and its processes. */
  close(): void {
    this.#fail('it was closed');
  }

  #socket(descriptor: number): Socket {
    return this.#process.stdio[descriptor] as Socket;
  }

  #tell(message: ToNursery): void {
    if (this.#status !== 'failed') this.#socket(controlDescriptor).write(encodeLine(message));
  }

  #receive(chunk: Buffer): void {
    for (const message of this.#lines.push(chunk.toString('utf8'))) {
      if (message.status === 'failed') this.#fail(message.reason);
      else if (message.status === 'warm') this.#tryOut();
      else if (message.status === 'forked') this.#children.get(message.slot)?.setNumber(this.#pid, message.pid);
      else this.#forget(message);
    }
  }

  // That a nursery lives says little: locking a process up is what a machine may lack something for.
  #tryOut(): void {
    this.#pid = this.#process.pid === undefined ? 0 : lastOfLine(this.#process.pid);
    const child = this.fork();
    let printed = '';
    child.standardError.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.channel.once('data', () => {
      this.#status = 'warm';
      this.#settleOpen({ status: 'warm' });
      child.kill();
    });
    child.onEnd((end) => {
      if (this.#status === 'opening')
        this.#fail(firstLine(printed) ?? `the first process was not ready: ${JSON.stringify(end)}`);
    });
    // From here on it holds nothing up: a grader that has nothing else to do may end.
    this.#process.unref();
    for (const socket of this.#process.stdio) (socket as Socket | null)?.unref();
  }

  #end(slot: number): void {
    // What keeps it from ending a process is ours, and ends it with all its processes.
    const timer = setTimeout(
      () => this.#fail(`it did not end a process within ${secondsToEnd} s`),
      secondsToEnd * 1000,
    );
    this.#ending.set(slot, timer);
    this.#tell({ kind: 'end', slot });
  }

  #forget({ slot, exitCode, signal }: FromNursery & { status: 'ended' }): void {
    clearTimeout(this.#ending.get(slot));
    this.#ending.delete(slot);
    const child = this.#children.get(slot);
    this.#children.delete(slot);
    child?.setEnd({ exitCode, signal });
    if (this.#status === 'retired' && this.#children.size === 0) this.close();
  }

  #fail(reason: string): void {
    if (this.#status === 'failed') return;
    this.#status = 'failed';
    this.#settleOpen({ status: 'failed', reason });
    killGroup(this.#process);
    for (const child of this.#children.values()) child.lose(`what it was forked from is gone: ${reason}`);
    this.#children.clear();
    for (const timer of this.#ending.values()) clearTimeout(timer);
    this.#ending.clear();
    for (const socket of this.#process.stdio) socket?.destroy();
  }
}

function firstLine(text: string): string | undefined {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? undefined : line;
}
