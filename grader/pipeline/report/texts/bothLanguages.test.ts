import type { Finding, SkipReason, ThrownError } from '../../types';
import { en } from './en';
import { zh } from './zh';

const place = { file: 'losses.ts', line: 1, column: 1, text: '' };
const error: ThrownError = { name: 'Error', message: '', exercise: undefined, stack: '', place };

const reasons: Readonly<Record<SkipReason, readonly [en: string, zh: string]>> = {
  todo: ['still to do', '还没有写'],
  missing: ['there is no such function', '没有这个函数'],
  unreadable: ['the file could not be read', '无法读取文件'],
  forbidden: ['the exercise calls what it should build itself', '这道练习调用了它应当自己实现的函数'],
  'reference-first': ['counts once a result matches the reference', '至少有一项结果与参考答案一致才计分'],
  'laws-first': ['counts once all laws of the exercise hold', '这道练习的各项规律全部成立才计分'],
  'loss-first': ['counts once the loss is right', '损失正确才计分'],
  'too-long': ['the submission is longer than this exercise allows', '提交的代码超过了这道练习允许的长度'],
  'no-cases': ['no case could decide it', '没有可供判断的用例'],
  'when-graded': ['answered, checked when graded', '已作答，评分时才检查'],
  'points-given': ['withdrawn by the course: everyone gets its points', '课程已撤回这项检查，人人得到它的分数'],
  'left-out': ['withdrawn by the course and not counted', '课程已撤回这项检查，不计分'],
  stopped: ['the function did not get that far', '函数未能运行到这里'],
  infrastructure: ['the grader failed', '评分程序出了故障'],
};

describe('the words for a finding', () => {
  it.each(Object.entries(reasons))('should give the reason for a skipped check: %s', (reason, texts) => {
    const finding: Finding = { id: 'skipped', reason: reason as SkipReason };
    expect([en.finding(finding), zh.finding(finding)]).toEqual(texts.map((text) => [text]));
  });

  it.each([
    ['English', en],
    ['Chinese', zh],
  ])('should show what a student wrote without what could harm a terminal or a page: %s', (_language, texts) => {
    const hostile = '\u001b[31mred\u001b[0m\u202e\u0000';
    for (const finding of [
      {
        id: 'throws',
        error: { ...error, name: hostile, message: hostile, place: { ...place, file: hostile, text: hostile } },
      },
      { id: 'needs-neighbour', neighbour: hostile },
      { id: 'not-a-tensor', path: 'loss', got: hostile },
      { id: 'not-a-number', path: 'loss', got: hostile },
      { id: 'not-a-number', path: 'loss', got: `a ${hostile}` },
      { id: 'not-a-record', expectedFields: [], got: hostile },
      { id: 'not-a-record', expectedFields: [], got: `an object with the fields ${hostile}` },
      { id: 'missing-field', path: 'loss', fields: [hostile] },
      { id: 'wrong-kind', path: 'loss', expected: 'x', got: hostile },
      { id: 'stopped', outcome: { status: 'crashed', detail: hostile } },
    ] as Finding[])
      expect(texts.finding(finding).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
