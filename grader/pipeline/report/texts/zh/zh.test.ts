import { gradientOf, referenceOf } from '../../../checks/testing';
import type { Check, ExerciseProblem, Finding, Outcome, ThrownError } from '../../../types';
import { standardLaws, type Law } from '../../../checks/laws';
import { rowsSumTo } from '../../../checks/laws/sumsTo';
import { en } from '../en';
import { zh } from '.';

const place = { file: 'losses.ts', line: 12, column: 15, text: '    return x.foo();' };
const error: ThrownError = {
  name: 'TypeError',
  message: 'x.foo is not a function',
  exercise: undefined,
  stack: '',
  place,
};
const shapes = { path: 'dW', expected: [3, 2], got: [2, 3] };
const law = {
  id: 'law-broken',
  law: rowsSumTo,
  parameters: { field: 'dScores', sum: 0 },
  where: { en: 'row 1', zh: '第 1 行' },
} as const;
const difference = {
  id: 'values-differ',
  expected: 0.85,
  got: 0.855,
  index: [1, 0],
  relativeError: 2.93e-3,
  threshold: 1e-9,
} as const;
const slope = {
  id: 'gradient-differs',
  path: 'dW',
  numerical: 2,
  analytic: -2,
  at: { element: [0, 1] },
  compared: 6,
} as const;
const stopped = (outcome: Outcome): Finding => ({ id: 'stopped', outcome });

const findings: readonly Finding[] = [
  { id: 'throws', error },
  { id: 'throws', error: { ...error, name: 'UnsettledPromise' } },
  { id: 'throws', error: { ...error, message: 'Tensor is disposed.' } },
  { id: 'needs-neighbour', neighbour: 'softmax' },
  stopped({ status: 'memory' }),
  stopped({ status: 'timeout', seconds: 10 }),
  stopped({ status: 'crashed', detail: 'exit code 7' }),
  ...[
    'a Promise',
    'a generator',
    'undefined',
    'a disposed tensor',
    'the number 3',
    'an array of 2',
    'an object with no fields',
  ].map((got) => ({ id: 'not-a-tensor', path: 'loss', got }) as const),
  { id: 'not-a-number', path: '', got: 'a rank-0 tensor' },
  { id: 'not-a-record', expectedFields: ['loss', 'dW'], got: 'a (2, 3) tensor' },
  { id: 'missing-field', path: 'state.t', fields: ['m', 'v'] },
  { id: 'missing-field', path: 'loss', fields: [] },
  { id: 'wrong-kind', path: 'verdict', expected: "'perfect'", got: "'wrong'" },
  { id: 'wrong-shape', ...shapes },
  { id: 'wrong-shape', path: 'loss', expected: [], got: [1] },
  { id: 'empty', path: 'dW', expected: [3], got: [0] },
  { id: 'wrong-length', path: '', expected: 1, got: 2 },
  { id: 'wrong-dtype', path: '', expected: 'int32', got: 'float32', valuesDiffer: true },
  { id: 'wrong-dtype', path: 'loss', expected: 'float32', got: 'int32', valuesDiffer: true },
  { id: 'not-finite', path: 'loss', got: NaN, index: [], count: 1, total: 1 },
  { id: 'not-finite', path: '', got: -Infinity, index: [0, 2], count: 2, total: 6 },
  { ...difference, path: 'w', count: 2, total: 6, step: undefined },
  { ...difference, path: '', count: 1, total: 1, step: 2 },
  { ...slope, relativeError: 1, part: 'whole', leftOut: 0 },
  { ...slope, at: { direction: 7 }, relativeError: 2e-4, part: 'regularization', leftOut: 1 },
  { id: 'gradient-passes', relativeError: 2e-6, verdict: 'acceptable', leftOut: 2, compared: 4 },
  { id: 'gradient-undecided', leftOut: 5, total: 6 },
  { id: 'loss-changes' },
  { ...law, expected: 0, got: 0.5 },
  {
    ...law,
    where: { en: 'every row', zh: '每一行' },
    expected: NaN,
    got: NaN,
    because: { id: 'wrong-shape', ...shapes, got: [2, 2] },
  },
  { id: 'input-disposed', inputs: ['w', 'state.m'] },
  { id: 'input-changed', inputs: ['state.t'] },
  { id: 'input-returned', inputs: ['w'] },
  { id: 'leaks', tensors: 1 },
  { id: 'kernels-grow', small: 4, large: 10 },
];

const problems: readonly ExerciseProblem[] = [
  { status: 'todo' },
  { status: 'needs-neighbour', neighbour: 'softmax' },
  { status: 'missing-export', exports: [] },
  { status: 'missing-export', exports: ['a', 'b', 'c'] },
  { status: 'not-a-function', got: 'number' },
  { status: 'throws', error },
  { status: 'forbidden-call', call: 'tf.grad', place, through: ['slope', 'help'] },
  { status: 'forbidden-call', call: 'tf.engine', place: undefined, through: [] },
  { status: 'forbidden-call', call: 'model.fit', place, through: [] },
  { status: 'forbidden-call', isHidden: true, call: 'tf.engine', place, through: [] },
  { status: 'stopped', outcome: { status: 'timeout', seconds: 10 } },
  { status: 'file', problem: { status: 'missing', file: '03-losses/losses.ts' } },
  { status: 'file', problem: { status: 'ambiguous', candidates: ['a/losses.ts', 'b/losses.ts'] } },
  { status: 'file', problem: { status: 'unreadable', file: 'losses.ts', reason: 'it is a folder' } },
  { status: 'file', problem: { status: 'does-not-compile', message: 'Expected ";"', place } },
  { status: 'file', problem: { status: 'does-not-load', error } },
];

const parameters = {
  ...{ argument: 'x', factor: 3, power: 2, field: 'p', sum: 1, transform: 'transpose' },
  ...{ mean: 0, variance: { factor: 2, sumOf: ['fanIn', 'fanOut'], power: -1 }, low: -1, high: 4 },
};
const laws = standardLaws.map((one: Law): Check => ({
  id: `f.${one.name}`,
  kind: 'property',
  law: one,
  parameters,
  points: 1,
  cases: [],
}));
const checks: readonly Check[] = [
  referenceOf('loss', []),
  gradientOf([], { part: 'regularization' }),
  ...laws,
  ...(['input', 'leak', 'kernels'] as const).map((kind): Check => ({ id: `f.${kind}`, kind, points: 1, cases: [] })),
];

/** Numbers, however they are arranged. Digits in names, such as int32, count too. */
const numbersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(([number]) => number).toSorted();
const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

describe('the Chinese catalogue', () => {
  it.each(findings)('should say in Chinese, with the same numbers and as many lines: %j', (finding) => {
    const lines = zh.finding(finding);
    const english = en.finding(finding);
    expect(hasChinese(lines[0])).toBe(true);
    expect(lines).toHaveLength(english.length);
    expect(numbersOf(lines.join('\n'))).toEqual(numbersOf(english.join('\n')));
  });

  it.each(problems)('should say of a problem: %j', (problem) => {
    const lines = zh.problem(problem);
    const english = en.problem(problem);
    expect(hasChinese(lines[0])).toBe(true);
    expect(lines).toHaveLength(english.length);
    expect(numbersOf(lines.join('\n'))).toEqual(numbersOf(english.join('\n')));
  });

  it.each(checks)('should name a check: %j', (check) => {
    expect(hasChinese(zh.checkName(check))).toBe(true);
    expect(numbersOf(zh.checkName(check))).toEqual(numbersOf(en.checkName(check)));
  });

  it('should read well', () => {
    expect(zh.finding({ ...difference, path: 'w', count: 2, total: 6, step: undefined })).toEqual([
      'w 与参考答案不符',
      '[1, 0] 处应为 0.850，实际为 0.855，相对误差 2.9e-3，允许 1e-9；6 个元素中有 2 个不同',
    ]);
    expect(zh.finding({ ...slope, relativeError: 1, part: 'whole', leftOut: 0 })[1]).toBe(
      '[0, 1] 处对你自己的损失做中心差分得到 2，dW 给出 -2',
    );
    expect(zh.finding({ ...law, expected: 0, got: 0.5 })).toEqual([
      '违反规律：dScores 每一行之和为 0',
      '第 1 行：应为 0，实际为 0.5',
    ]);
    expect(zh.finding({ id: 'not-a-tensor', path: '', got: 'an array of 2' }).slice(0, 2)).toEqual([
      '结果不是张量',
      '应为张量，实际为长度为 2 的数组',
    ]);
    const withoutMethod = { path: '[2]', got: 'an object without the method best' };
    expect(zh.finding({ id: 'not-a-number', ...withoutMethod })).toContain(
      '应为普通的数字，实际为没有方法 best 的对象',
    );
    expect(zh.where(zh.label({ label: 'λ is 0' }))).toBe('其中 λ 为 0');
    const translations = { zh: '只有一个样本' };
    expect(zh.where(zh.label({ label: 'there is one example', translations }))).toBe('其中只有一个样本');
    expect(zh.hint(1, '看看。', 'softmax')).toBe('提示 1/3：看看。   （下一条：npm run hint -- softmax）');
    expect(zh.alreadyRight(['m'], 'w', ['lambda 为 0'])).toBe('已经正确：m，以及 w 在 lambda 为 0 时。');
  });
});
