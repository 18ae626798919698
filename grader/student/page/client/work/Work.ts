import type { DescribedProblem, Source } from '../../worker/messages';
import type { AssignmentOnPage } from '../../document/settings';

/** Where the student's files are: on disk behind the local server, or in the browser. */
export interface Work {
  read(assignment: AssignmentOnPage): Promise<WorkFile | DescribedProblem>;
  /** @param version - version of the text that was edited */
  save(assignment: AssignmentOnPage, text: string, version: string): Promise<WorkSaved>;
  /** Reports the assignment whose file was changed elsewhere. */
  onChange(listener: (assignment: string) => void): void;
}

export interface WorkFile {
  readonly status: 'file';
  readonly text: string;
  /** Changes whenever the text does. */
  readonly version: string;
  /** The compiled file for the worker, or why it doesn't compile. */
  readonly source: Source | DescribedProblem;
}

export type WorkSaved =
  | WorkFile
  /** It was changed elsewhere meanwhile, and nothing was written. */
  | { readonly status: 'changed'; readonly now: WorkFile | DescribedProblem }
  | DescribedProblem
  | { readonly status: 'not-saved'; readonly reason: string };
