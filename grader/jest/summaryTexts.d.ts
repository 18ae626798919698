import type { LanguageChoice } from '../report/texts';

export function languageOf(environment: Readonly<Record<string, string | undefined>>): LanguageChoice;
