import { en, type PageTexts } from './en';
import { zh } from './zh';

export type { PageTexts } from './en';

/** The texts of the students' pages in a language. */
export function pageTexts(language: 'en' | 'zh'): PageTexts {
  return { en, zh }[language];
}
