import type { Language, RecognisedMistake } from '../types';

/** A mistake's first, second or third hint, in this language if translated, otherwise in English. */
export function hintIn(language: Language, { hints, translations }: RecognisedMistake, number: 1 | 2 | 3): string {
  const chosen = language === 'en' ? hints : (translations?.[language] ?? hints);
  return chosen[number - 1] ?? '';
}
