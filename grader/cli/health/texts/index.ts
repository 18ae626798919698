import type { Language } from '../../../pipeline/types';
import { en, type HealthTexts } from './en';
import { zh } from './zh';

const byLanguage: Readonly<Record<Language, HealthTexts>> = { en, zh };

/** What `grader doctor` says, in the reader's language. */
export function healthTexts(language: Language): HealthTexts {
  return byLanguage[language];
}

export type { HealthTexts };
