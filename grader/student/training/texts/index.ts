import type { Language } from '../../../pipeline/types';
import { en, type TrainTexts } from './en';
import { zh } from './zh';

/** What `npm run train` says by itself, in the reader's language. */
export function trainTexts(language: Language): TrainTexts {
  return { en, zh }[language];
}

export type { TrainTexts };
