/** What `bin.js` knows and the bundle can't. */
export interface Installation {
  /** Folder of the repository. */
  readonly root: string;
  /** Program and arguments that start a submission's process. */
  readonly childCommand: readonly string[];
  /** Program and arguments that start a training process. */
  readonly trainingCommand: readonly string[];
}
