import type { NurseryChoice } from '../isolation';
import { Nursery, type NurseryCommand, type NurseryState } from './Nursery';
import type { NurseryOptions } from '../nursery/messages';
import type { RunningProcess } from './RunningProcess';

/** One for each process that may be started before the nursery has sent the next. */
const spareSlots = 8;

/** Warm unless it is said otherwise. */
type WarmOptions = Partial<Pick<NurseryOptions, 'warmUp'>>;

/** Warm processes where a level has them; undefined where every process must start cold. */
export function openWarm(choice: NurseryChoice, options: WarmOptions = {}): WarmProcesses | undefined {
  return choice.status === 'available' ? new WarmProcesses(choice, options) : undefined;
}

/** Whether a process can be forked here, tried out without warming it up first. */
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
 * Processes for one lane of submissions, forked from a warm one. While there is none, one that starts cold does the
 * same: nothing waits.
 */
export class WarmProcesses {
  /** Settles once the nursery is open, or could not be had. */
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

  /** A process that is about to be ready; undefined where there is none to be forked now. */
  fork(): RunningProcess | undefined {
    if (this.#isClosed) return undefined;
    if (this.#nursery.isReady) {
      this.#wasReady = true;
      return this.#nursery.fork();
    }
    // One that worked and is gone is worth another; one that never worked is not.
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
