import type { Language } from '../../types';
import { en, type Texts } from './en';
import { zh } from './zh';

export { en, type Texts } from './en';

/** Every sentence of the grader in one language. */
export function textsFor(language: Language): Texts {
  return { en, zh }[language];
}
