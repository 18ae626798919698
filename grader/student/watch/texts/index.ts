import type { Texts } from '../../../pipeline/report';
import { en, type WatchTexts } from './en';
import { zh } from './zh';

const byLanguage: Readonly<Record<Texts['language'], WatchTexts>> = { en, zh };

/** What `npm run watch` says by itself, in the reader's language. */
export function watchTexts(language: Texts['language']): WatchTexts {
  return byLanguage[language];
}

export type { WatchTexts };
