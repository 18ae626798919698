import type { Checkout } from '../pipeline/course';

/** Paths that `bin.js` knows and the bundle can't. */
export interface Places {
  /** Folder of the course. */
  readonly root: string;
  /** Folder of this package: the same if the course is part of this repository. */
  readonly engine: string;
  /** Program and arguments that start a submission's process. */
  readonly childCommand: readonly string[];
  /** Program and arguments that start a training process. */
  readonly trainingCommand: readonly string[];
}

/** What every command needs: its paths and the course's curriculum. */
export interface Installation extends Places, Checkout {}
