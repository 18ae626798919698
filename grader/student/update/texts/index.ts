import type { Language } from '../../../pipeline/types';
import { en, type UpdateTexts } from './en';
import { zh } from './zh';

/** Texts of `npm run update`, in the reader's language. */
export function updateTexts(language: Language): UpdateTexts {
  return { en, zh }[language];
}

export type { UpdateTexts };
