import { readSync, writeSync } from 'node:fs';
import { openAllowList } from '../isolation/seccomp';
import { restrictNode } from './restrictNode';
import { compileEarly } from './compilation';
import { ForkedChild, type Serve } from './ForkedChild';
import { Kernel } from './Kernel';
import {
  controlDescriptor,
  encodeLine,
  encodeWithSocket,
  LineReader,
  type FromNursery,
  type NurseryOptions,
  type SlotDescriptors,
} from './messages';
import { openLateFiles } from './openLateFiles';

/** What the program provides to a nursery. */
export interface Program {
  /** Runs work like the course's until it is fast, leaving no state behind. */
  readonly warmUp: () => void;
  readonly serve: Serve;
}

/**
 * Forks a process for each submission on request, until the grader closes the channel.
 *
 * Note [Warm processes]: a fresh process spends most of its time on a submission compiling tfjs. A nursery compiles it
 * once, in double precision and on made-up numbers, and is then forked: each child starts as warm as its nursery. What
 * is never in the nursery is never in a child: no reference, no expected value, no other submission.
 *
 * A child locks itself down (`lockDown`) before it reports ready, and is sent nothing before. Four things make Node
 * forkable:
 * - `--single-threaded --v8-pool-size=0`: a fork has one thread, and V8 would wait for the others.
 * - V8 excludes its memory from forks (MADV_DONTFORK); see Note [Forkable memory].
 * - libuv's loop shares descriptors with its parent's until `uv_loop_fork`; see Note [Forkable loop].
 * - Node's shutdown waits for threads, so a child ends with `_exit`.
 * The nursery runs only trusted code, one blocking call after another. It needs no event loop: the grader detects the
 * end of a child by the end of its channel. The permission model allows it native code, for the library that forks; a
 * child has no use for it, since the kernel kills it at the first call not on its list, and the submission's code can't
 * find the library (`openNativeLibraries`).
 */
export function runNursery(program: Program): void {
  const requests = new LineReader();
  const bytes = Buffer.alloc(4096);
  let nursery: Nursery | undefined;
  try {
    for (;;) {
      const length = readSync(controlDescriptor, bytes);
      if (length === 0) return;
      for (const request of requests.push(bytes.toString('utf8', 0, length))) {
        if (request.kind === 'open') nursery = new Nursery(request, program);
        else if (request.kind === 'end') nursery?.end(request.slot);
        else if (nursery?.fork(request.slot) === 'child') return;
      }
    }
  } catch (error) {
    tell({ status: 'failed', reason: (error as Error).message });
  }
}

/** Descriptors of Node's three event loops, with some margin. */
const descriptorsOfNode = 40;

/** Class methods are strict: their arguments can't be read from a child's stack. */
class Nursery {
  readonly #kernel: Kernel;
  readonly #options: NurseryOptions;
  readonly #serve: Serve;
  readonly #allowList = openAllowList(process.arch);
  /** Slots waiting for a child. */
  readonly #slots = new Map<number, SlotDescriptors>();
  /** Process ids of children, by slot. */
  readonly #children = new Map<number, number>();
  #lastSlot = 0;
  #highest = descriptorsOfNode;

  constructor(options: NurseryOptions, { warmUp, serve }: Program) {
    this.#kernel = new Kernel(options.koffiFile);
    this.#options = options;
    this.#serve = serve;
    this.#kernel.makeForkable();
    openLateFiles(this.#kernel);
    delete process.env.UV_USE_IO_URING;
    compileEarly();
    if (options.warmUp) warmUp();
    restrictNode();
    for (let count = 0; count < options.spareSlots; count += 1) this.#openSlot();
    tell({ status: 'warm' });
  }

  /** @returns in which of the two processes it returned; in a child only if it continues in Node's event loop */
  fork(slot: number): 'nursery' | 'child' {
    const descriptors = this.#slots.get(slot);
    if (descriptors === undefined) throw new Error(`there is no slot ${slot}`);
    const kernel = this.#kernel;
    const pid = kernel.fork(this.#options);
    if (pid === 0) {
      ForkedChild.run({
        kernel,
        allowList: this.#allowList,
        serve: this.#serve,
        descriptors: { ...descriptors, highest: this.#highest },
      });
      return 'child';
    }
    // Closed here, so that the channel ends when the child ends.
    kernel.closeDescriptor(descriptors.channel);
    kernel.closeDescriptor(descriptors.standardError);
    this.#slots.delete(slot);
    this.#children.set(slot, pid);
    tell({ status: 'forked', slot, pid });
    this.#openSlot();
    return 'nursery';
  }

  end(slot: number): void {
    const pid = this.#children.get(slot);
    this.#children.delete(slot);
    if (pid !== undefined) tell({ status: 'ended', slot, ...this.#kernel.end(pid, this.#options) });
  }

  #openSlot(): void {
    this.#lastSlot += 1;
    const slot = this.#lastSlot;
    const channel = this.#openSocket(slot, 'channel');
    this.#slots.set(slot, { channel, standardError: this.#openSocket(slot, 'standardError') });
  }

  /** Sends one end to the grader and keeps the other. */
  #openSocket(slot: number, end: keyof SlotDescriptors): number {
    const { waiting, forLoop } = this.#kernel.sockets.pair();
    this.#kernel.sockets.send(controlDescriptor, Buffer.from(encodeWithSocket({ status: 'slot', slot, end })), forLoop);
    this.#kernel.closeDescriptor(forLoop);
    this.#highest = Math.max(this.#highest, waiting + descriptorsOfNode);
    return waiting;
  }
}

function tell(message: FromNursery): void {
  writeSync(controlDescriptor, encodeLine(message));
}
