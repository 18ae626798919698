import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { endWithGrader, killGroup, leadsGroup } from '../endWithGrader';
import type { FromNursery, NurseryOptions, SlotDescriptors, ToNursery } from '../nursery/messages';
import { ForkedProcess } from './ForkedProcess';
import { lastDescendant } from './processNumbers';
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

/** A warm process, as seen by the grader: it forks one for each submission. @see Note [Warm processes] */
export class Nursery {
  /** Settles once a first process was forked and became ready, or failed. */
  readonly whenOpen: Promise<NurseryState>;
  readonly #process: ChildProcess;
  /** Sockets of processes that will be forked; the oldest slot is complete first. */
  readonly #slots = new Map<number, Partial<Record<keyof SlotDescriptors, Socket>>>();
  readonly #children = new Map<number, ForkedProcess>();
  /** Slots whose processes were asked to end, with their timeouts. */
  readonly #ending = new Map<number, NodeJS.Timeout>();
  #settleOpen: (state: NurseryState) => void = () => undefined;
  #printed = '';
  #pid = 0;
  #status: 'opening' | 'warm' | 'failed' = 'opening';

  constructor(
    { command, koffiFile, namespaces }: NurseryCommand,
    options: Pick<NurseryOptions, 'spareSlots' | 'warmUp'>,
  ) {
    const [program = process.execPath, ...args] = command;
    // Without io_uring, Node's loops share no memory with the kernel that a child could access.
    const env = { UV_USE_IO_URING: '0' };
    this.#process = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env,
      cwd: '/',
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
    this.#process.stderr?.on(
      'data',
      (chunk: Buffer) => (this.#printed = (this.#printed + chunk.toString()).slice(0, keptText)),
    );
    this.#process.on('message', (message, socket) => this.#receive(message as FromNursery, socket as Socket));
    this.#process.on('error', (error) => this.#fail(error.message));
    this.#process.on('close', (code, signal) =>
      this.#fail(firstLine(this.#printed) ?? `it ended with ${signal ?? `exit code ${code}`}`),
    );
    this.#tell({ kind: 'open', koffiFile, namespaces, ...options });
  }

  /** Whether it can fork a process now; false until it is warm. */
  get isReady(): boolean {
    return this.#status === 'warm' && this.#nextSlot !== undefined;
  }

  get hasFailed(): boolean {
    return this.#status === 'failed';
  }

  /** Forks a process; its first frame says that it is ready. @throws if no slot is ready */
  fork(): RunningProcess {
    const next = this.#nextSlot;
    if (next === undefined) throw new Error('no slot is ready');
    const { slot, channel, standardError } = next;
    this.#slots.delete(slot);
    // Like a cold process, it keeps the grader alive while an answer is awaited.
    const child = new ForkedProcess({ channel: channel.ref(), standardError, end: () => this.#end(slot) });
    this.#children.set(slot, child);
    this.#tell({ kind: 'fork', slot });
    return child;
  }

  /** Ends it, and its processes. */
  close(): void {
    this.#fail('it was closed');
  }

  get #nextSlot(): ({ readonly slot: number } & Readonly<Record<keyof SlotDescriptors, Socket>>) | undefined {
    const [first] = this.#slots;
    const [slot, { channel, standardError }] = first ?? [0, {}];
    return channel === undefined || standardError === undefined ? undefined : { slot, channel, standardError };
  }

  #tell(message: ToNursery): void {
    // If the nursery has ended, its `close` event reports that.
    if (this.#status !== 'failed') this.#process.send(message, () => undefined);
  }

  #receive(message: FromNursery, socket: Socket): void {
    if (message.status === 'slot') this.#keepSocket(message, socket);
    else if (message.status === 'failed') this.#fail(message.reason);
    else if (message.status === 'warm') this.#tryOut();
    else if (message.status === 'forked') this.#children.get(message.slot)?.setNumber(this.#pid, message.pid);
    else this.#forget(message);
  }

  #keepSocket({ slot, end }: FromNursery & { status: 'slot' }, socket: Socket): void {
    if (this.#status === 'failed') return void socket.destroy();
    // It ends with the nursery, and does not keep the grader alive before it is used.
    socket.on('error', () => undefined).unref();
    this.#slots.set(slot, { ...this.#slots.get(slot), [end]: socket });
  }

  // A running nursery proves little: a machine may lack what locking a process up needs.
  #tryOut(): void {
    this.#pid = this.#process.pid === undefined ? 0 : lastDescendant(this.#process.pid);
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
    // From here on it does not keep the grader alive.
    this.#process.unref();
    (this.#process.stderr as Socket | null)?.unref();
    this.#process.channel?.unref();
  }

  #end(slot: number): void {
    if (this.#status === 'failed') return;
    // Failing to end a process is our bug, and ends the nursery with all its processes.
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
    for (const { channel, standardError } of this.#slots.values())
      for (const socket of [channel, standardError]) socket?.destroy();
    this.#slots.clear();
    this.#process.stderr?.destroy();
    if (this.#process.connected) this.#process.disconnect();
  }
}

function firstLine(text: string): string | undefined {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? undefined : line;
}
