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

const mark = '--answers';
