import type { NurseryChoice } from '../isolation';
import { Nursery, type NurseryCommand, type NurseryState } from './Nursery';
import type { NurseryOptions } from '../nursery/messages';
import type { RunningProcess } from './RunningProcess';

/** One for each process that can be started before the nursery has sent the next. */
const spareSlots = 8;

/** Warm by default. */
type WarmOptions = Partial<Pick<NurseryOptions, 'warmUp'>>;

/** Warm processes if the isolation level supports them; undefined if every process must start cold. */
export function openWarm(choice: NurseryChoice, options: WarmOptions = {}): WarmProcesses | undefined {
  return choice.status === 'available' ? new WarmProcesses(choice, options) : undefined;
}

/** Tests whether a process can be forked here, without warming up. */
export async function tryWarm(choice: NurseryChoice): Promise<NurseryState> {
  if (choice.status === 'unavailable') return { status: 'failed', reason: choice.reason };
  const nursery = new Nursery(choice, { spareSlots: 1, warmUp: false });
  try {
    return await nursery.whenOpen;
  } finally {
    nursery.close();
  }
}

/**
 * Processes for one lane of submissions, forked from a warm one. While no nursery is ready, `fork` returns undefined
 * and the caller starts a cold process: nothing waits.
 */
export class WarmProcesses {
  /** Settles once the nursery is open or has failed. */
  readonly whenOpen: Promise<NurseryState>;
  readonly #open: () => Nursery;
  #nursery: Nursery;
  #wasReady = false;
  #isClosed = false;

  constructor(command: NurseryCommand, { warmUp = true }: WarmOptions = {}) {
    this.#open = () => new Nursery(command, { spareSlots, warmUp });
    this.#nursery = this.#open();
    this.whenOpen = this.#nursery.whenOpen;
  }

  /** A process that is about to be ready; undefined if none can be forked now. */
  fork(): RunningProcess | undefined {
    if (this.#isClosed) return undefined;
    if (this.#nursery.isReady) {
      this.#wasReady = true;
      return this.#nursery.fork();
    }
    // Replace a nursery that worked and ended, but not one that never worked.
    if (this.#wasReady && this.#nursery.hasFailed) {
      this.#wasReady = false;
      this.#nursery = this.#open();
    }
    return undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#nursery.close();
  }
}
