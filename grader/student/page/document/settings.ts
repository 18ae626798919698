import type { Language, Words } from '../../../pipeline/types';

/** What the page is told when it is made. */
export interface PageSettings {
  readonly course: CourseOnPage;
  readonly language: Language;
  /** Of the local server, `/…/`; absent where there is none. */
  readonly address?: string | undefined;
}

export interface CourseOnPage {
  readonly title: string;
  readonly assignments: readonly AssignmentOnPage[];
}

/** A file that students edit, and what is asked for in it. */
export interface AssignmentOnPage {
  /** Of the assignment; of its answers to questions, if they lie in a file beside its code, `ID--answers`. */
  readonly id: string;
  readonly title: Words;
  readonly file: string;
  readonly exercises: readonly string[];
  /** What functions were called in earlier releases; absent where none was called otherwise. */
  readonly formerNames?: Readonly<Record<string, readonly string[]>>;
  /** Its text as it is handed out. */
  readonly skeleton: string;
}

/** What the page calls the answers that lie beside an assignment's code. */
export function answersOf(assignment: string): string {
  return `${assignment}${mark}`;
}

/** The assignment that a file of the page belongs to, which is also its folder. */
export function folderOf(id: string): string {
  return id.endsWith(mark) ? id.slice(0, -mark.length) : id;
}

/** Names that an exercise's function may have in a student's file, the one of now first. */
export function namesOf(
  { formerNames = {} }: Pick<AssignmentOnPage, 'formerNames'>,
  exercise: string,
): readonly string[] {
  return [exercise, ...(formerNames[exercise] ?? [])];
}

const mark = '--answers';
