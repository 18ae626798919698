import * as plain from '../../../student/jest/summaryTexts';
import { en, languageOf, textsFor } from '.';

const known = (language: string): object => ({ language, unknown: undefined });

describe('languageOf', () => {
  it.each([
    [{}, known('en')],
    [{ DESCENT_LANG: 'zh' }, known('zh')],
    [{ DESCENT_LANG: 'en', LANG: 'zh_CN.UTF-8' }, known('en')],
    [{ DESCENT_LANG: '', LANG: 'zh_CN.UTF-8' }, known('zh')],
    [{ LANG: 'zh_TW' }, known('zh')],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, known('zh')],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, known('en')],
    [{ LC_ALL: '', LANG: 'zh' }, known('zh')],
    [{ LANG: 'de_DE.UTF-8' }, known('en')],
    [
      { DESCENT_LANG: 'fr', LANG: 'zh_CN.UTF-8' },
      { language: 'en', unknown: 'fr' },
    ],
  ])('should choose from %j, in the grader as in Jest’s reporters', (environment, choice) => {
    expect(languageOf(environment)).toEqual(choice);
    expect(plain.languageOf(environment)).toEqual(choice);
  });
});

describe('textsFor', () => {
  it('should give each language its own catalogue', () => {
    expect(textsFor('en')).toBe(en);
    expect(textsFor('zh').status.passed).toBe('通过');
  });
});
