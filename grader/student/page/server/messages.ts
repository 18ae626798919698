import type { DescribedProblem, Source } from '../worker/messages';

/** A student's file as it is now. */
export interface WorkFile {
  readonly status: 'file';
  readonly text: string;
  /** Changes whenever the text does. */
  readonly version: string;
  /** The file for the worker, or why it doesn't compile. */
  readonly source: Source | DescribedProblem;
}

/** Result of saving. */
export type Saved =
  | WorkFile
  /** The file was changed elsewhere meanwhile: nothing was written, and `now` is its current state. */
  | { readonly status: 'changed'; readonly now: WorkFile | DescribedProblem }
  | DescribedProblem;

/** The page's request to save a file. */
export interface Saving {
  readonly text: string;
  /** Version of the text that was edited. */
  readonly version: string;
}
