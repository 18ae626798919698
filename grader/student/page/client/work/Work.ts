import type { Saved, WorkFile } from '../../server/messages';
import type { DescribedProblem } from '../../worker/messages';
import type { AssignmentOnPage } from '../../document/settings';

/** Where the student's files are: on disk behind the local server, or in the browser. */
export interface Work {
  read(assignment: AssignmentOnPage): Promise<WorkFile | DescribedProblem>;
  /** @param version - version of the text that was edited */
  save(assignment: AssignmentOnPage, text: string, version: string): Promise<WorkSaved>;
  /** Reports the assignment whose file was changed elsewhere. */
  onChange(listener: (assignment: string) => void): void;
}

export type WorkSaved = Saved | { readonly status: 'not-saved'; readonly reason: string };
