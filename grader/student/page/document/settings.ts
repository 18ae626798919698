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

export interface AssignmentOnPage {
  readonly id: string;
  readonly title: Words;
  readonly file: string;
  readonly exercises: readonly string[];
  /** Its text as it is handed out. */
  readonly skeleton: string;
}
