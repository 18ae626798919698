import type { Language } from '../../../pipeline/types';
import type { Course } from './Course';
import type { PageTexts } from './texts';

/** The main content of the page. */
export interface Panel {
  dispose(): void;
}

export interface Surroundings {
  readonly course: Course;
  readonly texts: PageTexts;
  readonly language: Language;
  /** Of the page's style elements. */
  readonly nonce: string;
  /** Whether files are on disk, via the local server. */
  readonly isLocal: boolean;
}
