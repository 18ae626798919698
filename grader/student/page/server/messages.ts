import type { FileProblem, Language } from '../../../pipeline/types';
import type { CompiledText } from '../worker/messages';

/** A student's file as it is on disk. */
export type FileState =
  | {
      readonly status: 'file';
      readonly text: string;
      /** Changes whenever the text does. */
      readonly version: string;
      readonly compiled: CompiledText | ProblemInWords;
    }
  | ProblemInWords;

export interface ProblemInWords {
  readonly status: 'problem';
  readonly problem: FileProblem;
  readonly lines: Readonly<Record<Language, readonly string[]>>;
}

/** What came of saving. */
export type Saved =
  | (FileState & { readonly status: 'file' })
  /** Someone else changed the file in between: nothing was written, and this is what is there. */
  | { readonly status: 'changed'; readonly now: FileState }
  | ProblemInWords;

/** What the page sends to save a file. */
export interface Saving {
  readonly text: string;
  /** Of the text that it was changed from. */
  readonly version: string;
}
