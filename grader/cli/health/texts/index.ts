import type { Language } from '../../../pipeline/types';
import { en, type HealthTexts } from './en';
import { zh } from './zh';

/** Texts of `grader doctor` in the reader's language. */
export function healthTexts(language: Language): HealthTexts {
  return { en, zh }[language];
}

export type { HealthTexts };
