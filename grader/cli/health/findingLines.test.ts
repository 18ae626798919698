import { findingLines } from './findingLines';
import { lookAtNode } from './lookAtComputation';
import { healthTexts } from './texts';

describe('findingLines', () => {
  const findings = (language: 'en' | 'zh') => ['22.1.0', '18.0.0'].map((one) => lookAtNode(one)(healthTexts(language)));

  it('should show the status, and below it what to do', () => {
    expect(findingLines(findings('en'), healthTexts('en'), true)).toEqual([
      'ok       Node  version 22.1.0',
      'problem  Node  version 18.0.0, but at least 20 is needed\n               → install the current LTS release from https://nodejs.org',
    ]);
  });

  it('should align Chinese, whose characters take two columns', () => {
    const mixed = [...findings('zh'), { ...lookAtNode('22.1.0')(healthTexts('zh')), topic: '隔离级别' }];
    expect(findingLines(mixed, healthTexts('zh'), true)).toEqual([
      '正常  Node      版本 22.1.0',
      `问题  Node      版本 18.0.0，但至少需要 20\n${' '.repeat(16)}→ 请从 https://nodejs.org 安装当前的 LTS 版本`,
      '正常  隔离级别  版本 22.1.0',
    ]);
  });
});
