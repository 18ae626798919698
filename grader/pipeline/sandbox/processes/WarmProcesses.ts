import type { NurseryChoice } from '../isolation';
import { Nursery, type NurseryCommand, type NurseryState } from './Nursery';
import type { NurseryOptions } from '../nursery/messages';
import type { RunningProcess } from './RunningProcess';

/**
 * Each takes two pairs of sockets, which a nursery is born with. With fewer the next nursery has to be warmed up more
 * often.
 */
const slotsOfNursery = 128;
/** While so many are left, the next nursery warms up. */
const slotsWhileNextWarms = 32;

/** Warm processes where a level has them; undefined where every process must start cold. */
export function openWarm(choice: NurseryChoice): WarmProcesses | undefined {
  return choice.status === 'available' ? new WarmProcesses(choice) : undefined;
}

/** Whether a process can be forked here, tried out without warming it up first. */
export async function tryWarm(choice: NurseryChoice): Promise<NurseryState> {
  if (choice.status === 'unavailable') return { status: 'failed', reason: choice.reason };
  const nursery = new Nursery(choice, { slots: 1, warmUp: false });
  try {
    return await nursery.whenOpen;
  } finally {
    nursery.close();
  }
}

/**
 * Processes for one lane of submissions, forked from a warm one. While there is none, one that starts cold does the
 * same: nothing waits. One nursery follows the other, since each has a limited number of slots.
 */
export class WarmProcesses {
  /** Settles once the first nursery is open, or could not be had. */
  readonly whenOpen: Promise<NurseryState>;
  readonly #command: NurseryCommand;
  readonly #options: Pick<NurseryOptions, 'slots' | 'warmUp'>;
  #nursery: Nursery;
  #next: Nursery | undefined;
  #isClosed = false;

  constructor(
    command: NurseryCommand,
    { slots = slotsOfNursery, warmUp = true }: Partial<Pick<NurseryOptions, 'slots' | 'warmUp'>> = {},
  ) {
    this.#command = command;
    this.#options = { slots, warmUp };
    this.#nursery = this.#open();
    this.whenOpen = this.#nursery.whenOpen;
  }

  /** A process that is about to be ready; undefined where there is none to be forked now. */
  fork(): RunningProcess | undefined {
    if (this.#isClosed) return undefined;
    if (this.#nursery.slotsLeft === 0 && this.#next !== undefined && this.#next.slotsLeft > 0) {
      this.#nursery.retire();
      this.#nursery = this.#next;
      this.#next = undefined;
    }
    const left = this.#nursery.slotsLeft;
    if (left === 0) return undefined;
    if (left <= Math.min(slotsWhileNextWarms, this.#options.slots / 2)) this.#next ??= this.#open();
    return this.#nursery.fork();
  }

  close(): void {
    this.#isClosed = true;
    this.#nursery.close();
    this.#next?.close();
  }

  #open(): Nursery {
    return new Nursery(this.#command, this.#options);
  }
}
