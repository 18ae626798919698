import type { Language } from '../../../pipeline/types';
import { en, type UpdateTexts } from './en';
import { zh } from './zh';

const byLanguage: Readonly<Record<Language, UpdateTexts>> = { en, zh };

/** What `npm run update` says, in the reader's language. */
export function updateTexts(language: Language): UpdateTexts {
  return byLanguage[language];
}

export type { UpdateTexts };
