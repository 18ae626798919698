import type { SubmissionResult } from '../../pipeline/report';
import type { KeptImport } from '../batch/keptImport';
import type { Grade, Owners, Student } from '../roster';
import type { Sheet } from './sheet';

/** What a gradebook must know of an assignment that its results don't say. */
export interface AssignmentInfo {
  readonly id: string;
  readonly title: string;
  /** The one file that a student edits, below the assignment's folder. */
  readonly file: string;
  /** Whether its due date is past, or there is none. */
  readonly isDue?: boolean;
}

/** What is exported: results, and what they come to for people. */
export interface ExportInput {
  readonly results: readonly SubmissionResult[];
  readonly grades: readonly Grade[];
  readonly hasRoster: boolean;
  /** Empty where there is no roster. */
  readonly students: readonly Student[];
  /** Whose each submission is, where an import has found it. */
  readonly owners?: Owners | undefined;
  /** What an import knew of the submissions, where there was one. */
  readonly imported?: KeptImport | undefined;
  /** What the import found no one for, as it was called there. */
  readonly notImported?: readonly string[];
  /** Submissions that an interrupted batch has not come to. */
  readonly pending: readonly string[];
  /** Of the results' assignments, in their order. */
  readonly assignments: readonly AssignmentInfo[];
  readonly options: ExportOptions;
}

export interface ExportOptions {
  /** A table of the platform to be filled in. */
  readonly into?: Sheet | undefined;
  /** Whether the assignments were named by the caller, so that each must have its place. */
  readonly isNamed: boolean;
  /** Names of columns that the caller gave, by assignment id or by what the column is for. */
  readonly columns: ReadonlyMap<string, string>;
  /** Whether points may be scaled to the platform's maximum. */
  readonly scale: boolean;
  /** What those get who handed in nothing; undefined leaves them without a grade. */
  readonly absent?: number | undefined;
  /** Whether the caller knows that no one handed in an assignment. */
  readonly isAbsentConfirmed?: boolean;
  /** What a platform asks about where a result is from. */
  readonly identity: Readonly<Record<string, string | undefined>>;
}

/** A written file, and what a person should know of it. */
export interface Exported {
  readonly text: string;
  readonly notes: readonly string[];
}

/** A written archive, and what a person should know of it. */
export interface ExportedArchive {
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

/** What a platform reads: one file or archive for all, or one file for each submission. */
export type Format =
  | { readonly name: string; readonly of: 'class'; readonly write: (input: ExportInput) => Exported }
  | { readonly name: string; readonly of: 'archive'; readonly write: (input: ExportInput) => Promise<ExportedArchive> }
  | {
      readonly name: string;
      readonly of: 'submission';
      /** @throws where this format has no place for this submission */
      readonly write: (result: SubmissionResult, input: ExportInput) => Exported;
    };

export function infoOf({ assignments }: ExportInput, id: string): AssignmentInfo {
  return assignments.find((one) => one.id === id) ?? { id, title: id, file: '' };
}

/** `bob, eve and 3 more`: whom a note is about. */
export function listed(names: readonly string[]): string {
  const maxNames = 20;
  const shown = names.slice(0, maxNames).map((name) => JSON.stringify(name).slice(1, -1));
  return names.length <= maxNames ? shown.join(', ') : `${shown.join(', ')} and ${names.length - maxNames} more`;
}
