import type { Texts } from '../../../pipeline/report';
import { en, type WatchTexts } from './en';
import { zh } from './zh';

/** Texts of `npm run watch`, in the reader's language. */
export function watchTexts(language: Texts['language']): WatchTexts {
  return { en, zh }[language];
}

export type { WatchTexts };
