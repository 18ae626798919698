import type { Checkout } from '../pipeline/course';

/** What `bin.js` knows and the bundle can't. */
export interface Places {
  /** Folder of the course. */
  readonly root: string;
  /** Folder of this package: the same where the course is the repository's own. */
  readonly engine: string;
  /** Program and arguments that start a submission's process. */
  readonly childCommand: readonly string[];
  /** Program and arguments that start a training process. */
  readonly trainingCommand: readonly string[];
}

/** What every command works with: where it is, and the course's curriculum. */
export interface Installation extends Places, Checkout {}
