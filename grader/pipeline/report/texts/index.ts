import type { Language } from '../../types';
import { en, type Texts } from './en';
import { zh } from './zh';

export { en, type Texts } from './en';

const catalogues: Readonly<Record<Language, Texts>> = { en, zh };

/** Every sentence of the grader in one language. */
export function textsFor(language: Language): Texts {
  return catalogues[language];
}
