import type { LanguageChoice } from '../../pipeline/report/texts';

export function languageOf(environment: Readonly<Record<string, string | undefined>>): LanguageChoice;
