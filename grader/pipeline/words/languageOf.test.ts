import { languageOf } from './languageOf';

const chosen = (language: 'en' | 'zh'): object => ({ language, problem: undefined });

describe('languageOf', () => {
  it.each([
    [{}, chosen('en')],
    [{ DESCENT_LANG: 'zh' }, chosen('zh')],
    [{ DESCENT_LANG: 'en', LANG: 'zh_CN.UTF-8' }, chosen('en')],
    [{ DESCENT_LANG: '', LANG: 'zh_CN.UTF-8' }, chosen('zh')],
    [{ LANG: 'zh_TW' }, chosen('zh')],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, chosen('zh')],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, chosen('en')],
    [{ LC_ALL: '', LANG: 'zh' }, chosen('zh')],
    [{ LANG: 'de_DE.UTF-8' }, chosen('en')],
    [
      { DESCENT_LANG: 'fr', LANG: 'zh_CN.UTF-8' },
      { language: 'en', problem: 'DESCENT_LANG=fr is not available (en, zh are): using English' },
    ],
  ])('should choose from %j', (environment, choice) => {
    expect(languageOf(environment)).toEqual(choice);
  });
});
