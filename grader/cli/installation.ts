import type { Checkout } from '../pipeline/course';

/** What `bin.js` knows and the bundle can't. */
export interface Places {
  /** Folder of the repository. */
  readonly root: string;
  /** Program and arguments that start a submission's process. */
  readonly childCommand: readonly string[];
  /** Program and arguments that start a training process. */
  readonly trainingCommand: readonly string[];
}

/** What every command works with: where it is, and the course's curriculum. */
export interface Installation extends Places, Checkout {}
