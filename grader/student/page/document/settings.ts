import type { Language, Words } from '../../../pipeline/types';

/** Settings that are embedded in the page. */
export interface PageSettings {
  readonly course: CourseOnPage;
  readonly language: Language;
  /** Path of the local server, `/…/`; absent without one. */
  readonly address?: string | undefined;
}

export interface CourseOnPage {
  readonly title: string;
  readonly assignments: readonly AssignmentOnPage[];
}

/** A file that students edit, with its exercises. */
export interface AssignmentOnPage {
  /** Id of the assignment, or `ID--answers` for a separate answers file. */
  readonly id: string;
  readonly title: Words;
  readonly file: string;
  readonly exercises: readonly string[];
  /** Former names of functions; absent if there are none. */
  readonly formerNames?: Readonly<Record<string, readonly string[]>>;
  /** Its original text. */
  readonly skeleton: string;
}

/** The page's name for answers in a separate file. */
export function answersOf(assignment: string): string {
  return `${assignment}${mark}`;
}

/** The assignment of a file in the page, which is also its folder. */
export function folderOf(id: string): string {
  return id.endsWith(mark) ? id.slice(0, -mark.length) : id;
}

/** Names that an exercise's function can have in a student's file, the current one first. */
export function namesOf(
  { formerNames = {} }: Pick<AssignmentOnPage, 'formerNames'>,
  exercise: string,
): readonly string[] {
  return [exercise, ...(formerNames[exercise] ?? [])];
}

const mark = '--answers';
