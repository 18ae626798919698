import type { Language } from '../../../pipeline/types';
import { en, type TrainTexts } from './en';
import { zh } from './zh';

/** Texts of `npm run train`, in the reader's language. */
export function trainTexts(language: Language): TrainTexts {
  return { en, zh }[language];
}

export type { TrainTexts };
