import { describeShape } from '../../../checks';
import type { CommonFinding, Finding, SkipReason } from '../../../types';
import { formatApart, formatError, formatNumber } from '../../../words/formatNumber';
import { areCounts } from '../areCounts';
import { ownSentence } from '../ownSentence';
import { advised } from '../advised';
import { advice } from './advice';
import { needsNeighbour, stopped, throwing } from './problems';
import { at, list, spaced, subject, thing, type Lines } from '../../../words/chinese';

const commonFinding = advised(sentences, advice);

/** The message of a failed check. */
export function finding(found: Finding): Lines {
  return ownSentence(found, 'zh', commonFinding) ?? commonFinding(found as CommonFinding);
}

function sentences(found: CommonFinding): Lines {
  switch (found.id) {
    case 'throws':
      return throwing(found.error);
    case 'needs-neighbour':
      return needsNeighbour(found.neighbour);
    case 'stopped':
      return stopped(found.outcome);
    case 'not-a-tensor':
      return [`${subject(found.path)}不是张量`, spaced(`应为张量，实际为${thing(found.got)}`)];
    case 'not-a-number':
      return [`${subject(found.path)}不是数字`, spaced(`应为普通的数字，实际为${thing(found.got)}`)];
    case 'not-a-record':
      return [
        '返回的对象不含所需的字段',
        spaced(`应为 {${found.expectedFields.join(', ')}}，实际为${thing(found.got)}`),
        ...(found.got.startsWith('an array of ')
          ? [`写出每个字段的名字：return { ${found.expectedFields.join(', ')}, … }，而不是列表`]
          : []),
      ];
    case 'missing-field':
      return [
        `结果里缺少 ${found.path}`,
        found.fields.length === 0 ? '结果没有任何字段' : `结果只有 ${list(found.fields)}`,
      ];
    case 'wrong-kind':
      return [
        `${subject(found.path)}的类型不符合要求`,
        spaced(`应为${thing(found.expected)}，实际为${thing(found.got)}`),
      ];
    case 'wrong-shape':
      return [`${subject(found.path)}的形状不对`, shapes(found)];
    case 'empty':
      return [`${subject(found.path)}为空`, `${shapes(found)}，其中没有任何元素`];
    case 'wrong-length':
      return [`${subject(found.path)}的长度不对`, `应有 ${found.expected} 项，实际有 ${found.got} 项`];
    case 'wrong-dtype':
      return [`${subject(found.path)}的数据类型不对`, `应为 ${found.expected}，实际为 ${found.got}`];
    case 'not-finite':
      return notFinite(found);
    case 'values-differ':
      return valuesDiffer(found);
    case 'skipped':
      return [skipped(found.reason)];
  }
}

/** Why a check was skipped. */
export function skipped(reason: SkipReason): string {
  const reasons: Readonly<Record<SkipReason, string>> = {
    todo: '还没有写',
    missing: '没有这个函数',
    unreadable: '无法读取文件',
    forbidden: '这道练习调用了它应当自己实现的函数',
    'reference-first': '至少有一项结果与参考答案一致才计分',
    'laws-first': '这道练习的各项规律全部成立才计分',
    'loss-first': '损失正确才计分',
    'too-long': '提交的代码超过了这道练习允许的长度',
    'no-cases': '没有可供判断的用例',
    'when-graded': '已作答，评分时才检查',
    'points-given': '课程已撤回这项检查，人人得到它的分数',
    'left-out': '课程已撤回这项检查，不计分',
    stopped: '函数未能运行到这里',
    infrastructure: '评分程序出了故障',
  };
  return reasons[reason];
}

function notFinite({ path, got, index, count, total }: Extract<Finding, { id: 'not-finite' }>): Lines {
  const number = formatNumber(got);
  const cause = `这类数值通常源于除以 0、log(0)，或对很大的数取 exp${Number.isNaN(got) ? '，也可能是某个字段或元素为 undefined' : ''}`;
  if (total === 1) return [`${subject(path)}是 ${number}`, `应为有限数；${cause}`];
  return [
    `${subject(path)}含有 ${number}`,
    `${at(index, total)}为 ${number}；${total} 个元素中有 ${count} 个不是有限数`,
    cause,
  ];
}

function valuesDiffer(found: Extract<Finding, { id: 'values-differ' }>): Lines {
  const { path, step, index, total, count, relativeError, threshold } = found;
  const after = step === undefined ? '' : `在第 ${step + 1} 次调用后`;
  const differ = total === 1 ? '' : `；${total} 个元素中有 ${count} 个不同`;
  const error = areCounts(found) ? '' : `，相对误差 ${formatError(relativeError)}，允许 ${formatError(threshold)}`;
  return [
    `${subject(path)}${after}与参考答案不符`,
    `${at(index, total)}${apart(found.expected, found.got)}${error}${differ}`,
  ];
}

function shapes({ expected, got }: { readonly expected: readonly number[]; readonly got: readonly number[] }): string {
  return `应为 ${describeShape(expected)}，实际为 ${describeShape(got)}`;
}

function apart(expected: number, got: number): string {
  const [a, b] = formatApart(expected, got);
  return `应为 ${a}，实际为 ${b}`;
}
