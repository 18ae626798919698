import { en, type PageTexts } from './en';
import { zh } from './zh';

export type { PageTexts } from './en';

/** What the students' pages say, in one language. */
export function pageTexts(language: 'en' | 'zh'): PageTexts {
  return { en, zh }[language];
}
