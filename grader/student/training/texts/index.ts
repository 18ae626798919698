import type { Language } from '../../../pipeline/types';
import { en, type TrainTexts } from './en';
import { zh } from './zh';

const byLanguage: Readonly<Record<Language, TrainTexts>> = { en, zh };

/** What `npm run train` says by itself, in the reader's language. */
export function trainTexts(language: Language): TrainTexts {
  return byLanguage[language];
}

export type { TrainTexts };
