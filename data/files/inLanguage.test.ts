import { languageOf } from '../../grader/pipeline/words/languageOf';
import { inLanguage } from './inLanguage';

describe('inLanguage', () => {
  it.each<Readonly<Record<string, string>>>([
    {},
    { DESCENT_LANG: 'zh', LANG: 'en_US.UTF-8' },
    { DESCENT_LANG: 'en', LANG: 'zh_CN.UTF-8' },
    { DESCENT_LANG: 'fr', LANG: 'zh_CN.UTF-8' },
    { DESCENT_LANG: '', LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' },
    { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' },
    { LANG: 'ZH_cn' },
  ])('should choose as the grader does: %j', (environment) => {
    expect(inLanguage({ en: 'en', zh: 'zh' }, environment)).toBe(languageOf(environment).language);
  });
});
