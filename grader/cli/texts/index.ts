import type { Language } from '../../pipeline/types';
import { readersTexts } from '../readersTexts';
import { en, type CommandTexts } from './en';
import { zh } from './zh';

/** Messages of students' commands in the reader's language. */
export function commandTexts(language: Language = readersTexts().language): CommandTexts {
  return { en, zh }[language];
}

export type { CommandTexts };
