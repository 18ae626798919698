'use strict';
/** Plain JavaScript, since Jest's reporters need it before anything is compiled. */

/**
 * @typedef {object} LanguageChoice
 * @property {'en' | 'zh'} language
 * @property {string | undefined} problem - the message if `DESCENT_LANG` names an unknown language
 */

/**
 * The reader's language: `DESCENT_LANG` if set, otherwise the terminal's locale, otherwise English.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {LanguageChoice}
 */
function languageOf({ DESCENT_LANG: wanted = '', LC_ALL, LC_MESSAGES, LANG }) {
  if (wanted === 'en' || wanted === 'zh') return { language: wanted, problem: undefined };
  if (wanted !== '')
    return { language: 'en', problem: `DESCENT_LANG=${wanted} is not available (en, zh are): using English` };
  // The first one set decides, as usual on POSIX; an empty one counts as unset.
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return { language: /^zh/i.test(locale) ? 'zh' : 'en', problem: undefined };
}

module.exports = { languageOf };
