import { stripVTControlCharacters } from 'node:util';
import { jestInChinese } from './jestInChinese';

const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`;

describe('jestInChinese', () => {
  it('should leave no English in a summary, with or without colours', () => {
    const summary = (paint: (text: string) => string): string =>
      [
        `${paint('Test Suites: ')}${paint('1 failed')}, ${paint('8 passed')}, 9 total`,
        `${paint('Tests:       ')}${paint('5 failed')}, ${paint('1 skipped')}, ${paint('2 todo')}, 8 of 40 total`,
        `${paint('Snapshots:   ')}0 total`,
        `${paint('Time:')}        2.795 s, estimated 3 s`,
        `${paint('Ran all test suites')}${paint(' matching ')}03-losses${paint('.')}`,
      ].join('\n');
    const plain = jestInChinese(summary((text) => text));
    expect(plain.split('\n')).toEqual([
      '测试文件： 未通过 1, 通过 8, 共 9',
      '检查：     未通过 5, 跳过 1, 待写 2, 40 中的 8',
      '快照：     共 0',
      '用时：     2.795 s，预计 3 s',
      '已运行与 03-losses 相符的测试文件。',
    ]);
    expect(stripVTControlCharacters(jestInChinese(summary(bold)))).toBe(plain);
  });

  it('should translate the header of a file, but not its path', () => {
    expect(jestInChinese('FAIL public assignments/03-losses/losses.test.ts')).toBe(
      '未通过 public assignments/03-losses/losses.test.ts',
    );
    expect(jestInChinese(`${bold(' RUNS ')} public a.test.ts`)).toBe(`${bold(' 运行中 ')} public a.test.ts`);
    expect(jestInChinese('Ran all test suites.')).toBe('已运行所有测试文件。');
  });
});
