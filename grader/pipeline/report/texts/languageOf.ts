import type { Language } from '../../types';

export interface LanguageChoice {
  readonly language: Language;
  /** What DESCENT_LANG says, where it is no language of ours. */
  readonly unknown: string | undefined;
}

/**
 * The reader's language: `DESCENT_LANG` where it is set, else what the terminal speaks, else English.
 *
 * `jest/summaryTexts.js` has the same in plain JavaScript, for Jest's reporters.
 */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): LanguageChoice {
  const { DESCENT_LANG: wanted = '', LC_ALL, LC_MESSAGES, LANG } = environment;
  if (wanted === 'en' || wanted === 'zh') return { language: wanted, unknown: undefined };
  if (wanted !== '') return { language: 'en', unknown: wanted };
  // The first that is set decides, as everywhere on POSIX; an empty one counts as not set.
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return { language: /^zh/i.test(locale) ? 'zh' : 'en', unknown: undefined };
}
