import type { SubmissionResult } from '../../pipeline/report';
import type { KeptImport } from '../batch/keptImport';
import type { Grade, Owners, Student } from '../roster';
import type { Sheet } from './sheet';

/** An assignment's data that its results don't contain. */
export interface AssignmentInfo {
  readonly id: string;
  readonly title: string;
  /** The one file that a student edits, below the assignment's folder. */
  readonly file: string;
  /** Whether its due date is past, or it has none. */
  readonly isDue?: boolean;
}

export interface ExportInput {
  readonly results: readonly SubmissionResult[];
  readonly grades: readonly Grade[];
  readonly hasRoster: boolean;
  /** Empty without a roster. */
  readonly students: readonly Student[];
  /** Owners of submissions that an import found. */
  readonly owners?: Owners | undefined;
  /** The report of the import, if there was one. */
  readonly imported?: KeptImport | undefined;
  /** The platform's names of unmatched submissions. */
  readonly notImported?: readonly string[];
  /** Submissions that an interrupted batch has not graded. */
  readonly pending: readonly string[];
  /** The results' assignments, in their order. */
  readonly assignments: readonly AssignmentInfo[];
  readonly options: ExportOptions;
}

export interface ExportOptions {
  /** The platform's table to fill in. */
  readonly into?: Sheet | undefined;
  /** Whether the caller named the assignments, so that each must have its column. */
  readonly isNamed: boolean;
  /** Titles of columns that the caller gave, by assignment or by the column's purpose. */
  readonly columns: ReadonlyMap<string, string>;
  /** Whether points may be scaled to the platform's maximum. */
  readonly scale: boolean;
  /** Points of absent students; undefined leaves them without a grade. */
  readonly absent?: number | undefined;
  /** Whether the caller confirmed that no one handed in an assignment. */
  readonly isAbsentConfirmed?: boolean;
  /** The platform's fields for the origin of a result. */
  readonly identity: Readonly<Record<string, string | undefined>>;
}

/** The content of a file, with notes for a person. */
export interface Exported {
  readonly text: string;
  readonly notes: readonly string[];
}

/** The content of an archive, with notes for a person. */
export interface ExportedArchive {
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

/** An export format: one file or archive for all, or one file for each submission. */
export type Format =
  | { readonly name: string; readonly of: 'class'; readonly write: (input: ExportInput) => Exported }
  | { readonly name: string; readonly of: 'archive'; readonly write: (input: ExportInput) => Promise<ExportedArchive> }
  | {
      readonly name: string;
      readonly of: 'submission';
      /** @throws if the format can't represent this submission */
      readonly write: (result: SubmissionResult, input: ExportInput) => Exported;
    };

export function infoOf({ assignments }: ExportInput, id: string): AssignmentInfo {
  return assignments.find((one) => one.id === id) ?? { id, title: id, file: '' };
}

/** A note such as `left out: bob, eve`; none without names. */
export function listNote(text: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${text}: ${listed(names)}`];
}

/** A list such as `bob, eve and 3 more`. */
export function listed(names: readonly string[]): string {
  const maxNames = 20;
  const shown = names.slice(0, maxNames).map((name) => JSON.stringify(name).slice(1, -1));
  return names.length <= maxNames ? shown.join(', ') : `${shown.join(', ')} and ${names.length - maxNames} more`;
}
