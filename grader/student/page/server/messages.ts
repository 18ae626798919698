import type { CompiledText, DescribedProblem } from '../worker/messages';

/** A student's file as it is on disk. */
export type FileState =
  | {
      readonly status: 'file';
      readonly text: string;
      /** Changes whenever the text does. */
      readonly version: string;
      readonly compiled: CompiledText | DescribedProblem;
    }
  | DescribedProblem;

/** Result of saving. */
export type Saved =
  | (FileState & { readonly status: 'file' })
  /** The file was changed elsewhere meanwhile: nothing was written, and `now` is its current state. */
  | { readonly status: 'changed'; readonly now: FileState }
  | DescribedProblem;

/** The page's request to save a file. */
export interface Saving {
  readonly text: string;
  /** Version of the text that was edited. */
  readonly version: string;
}
