import { summaryTexts } from './summaryTexts';

const { en, zh } = summaryTexts;

describe('summaryTexts', () => {
  it('should count the functions that are to do, if any', () => {
    expect(en.counts(5, 6, 0)).toBe('public checks: 5 of 6 pass, hidden checks run when you hand in');
    expect(en.counts(5, 6, 1)).toBe('public checks: 5 of 6 pass, 1 function to do, hidden checks run when you hand in');
    expect(en.counts(5, 9, 2)).toContain(', 2 functions to do, ');
    expect(en.counts(0, 0, 0)).toBe('no public check could run, hidden checks run when you hand in');
    expect(zh.counts(0, 0, 0)).toBe('公开检查均未能运行，隐藏检查在提交后运行');
    expect(zh.counts(5, 6, 0)).toBe('公开检查：6 项中通过 5 项，隐藏检查在提交后运行');
    expect(zh.counts(5, 6, 1)).toBe('公开检查：6 项中通过 5 项，还有 1 个函数待写，隐藏检查在提交后运行');
  });

  it('should announce type errors, if any', () => {
    expect(en.typesUnknown).toBe('types are still being checked: the next `npm test` shows any type errors');
    expect(zh.typesUnknown).toBe('类型还在检查：下次 npm test 会显示类型错误（如有）');
  });
});
