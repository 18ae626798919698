/** A sentence in both languages. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}

/** The reader's language: `DESCENT_LANG` if set, else the terminal's, else English. A page has no environment. */
export function inLanguage(
  { en, zh }: Said,
  environment: Readonly<Record<string, string | undefined>> = typeof process === 'undefined' ? {} : process.env,
): string {
  const { DESCENT_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
  if (isSet(DESCENT_LANG)) return DESCENT_LANG === 'zh' ? zh : en;
  return /^zh/i.test([LC_ALL, LC_MESSAGES, LANG].find(isSet) ?? '') ? zh : en;
}
