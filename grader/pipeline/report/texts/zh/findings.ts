import { describeShape, tolerances } from '../../../checks';
import type { Finding, GradientPlace, SkipReason } from '../../../types';
import { formatApart, formatError, formatNumber } from '../../../words/formatNumber';
import { sanitize } from '../../sanitize';
import { dtypeAdvice, kindAdvice, numberAdvice, shapeAdvice, tensorAdvice } from './advice';
import { needsNeighbour, stopped } from './problems';
import { at, list, spaced, subject, thing, thrown, type Lines } from './words';

/** What a failed check has to say. */
export function finding(found: Finding): Lines {
  switch (found.id) {
    case 'throws':
      return ['抛出了错误', ...thrown(found.error)];
    case 'needs-neighbour':
      return needsNeighbour(found.neighbour);
    case 'stopped':
      return stopped(found.outcome);
    case 'not-a-tensor':
      return [`${subject(found.path)}不是张量`, spaced(`应为张量，实际为${thing(found.got)}`), ...tensorAdvice(found.got)];
    case 'not-a-number':
      return [`${subject(found.path)}不是数字`, spaced(`应为普通的数字，实际为${thing(found.got)}`), ...numberAdvice(found.got)];
    case 'not-a-record':
      return [
        '返回的不是带有所需字段的对象',
        spaced(`应为 {${found.expectedFields.join(', ')}}，实际为${thing(found.got)}`),
        ...kindAdvice(found.got),
      ];
    case 'missing-field':
      return [`结果里缺少 ${found.path}`, found.fields.length === 0 ? '结果没有任何字段' : `结果只有 ${sanitize(list(found.fields))}`];
    case 'wrong-kind':
      return [
        `${subject(found.path)}不是所要求的`,
        spaced(`应为${thing(found.expected)}，实际为${thing(found.got)}`),
        ...kindAdvice(found.got),
      ];
    case 'wrong-shape':
      return [`${subject(found.path)}的形状不对`, shapes(found), ...shapeAdvice(found.expected, found.got)];
    case 'empty':
      return [`${subject(found.path)}是空的`, `${shapes(found)}，里面没有数`];
    case 'wrong-length':
      return [`${subject(found.path)}的长度不对`, `应有 ${found.expected} 项，实际有 ${found.got} 项`];
    case 'wrong-dtype':
      return [
        `${subject(found.path)}的数据类型不对`,
        `应为 ${found.expected}，实际为 ${found.got}`,
        ...dtypeAdvice(found.expected, found.got),
      ];
    case 'not-finite':
      return notFinite(found);
    case 'values-differ':
      return valuesDiffer(found);
    case 'gradient-differs':
      return gradientDiffers(found);
    case 'gradient-passes':
      return [`相对误差 ${formatError(found.relativeError)}：${verdicts[found.verdict]}`, ...leftOut(found.leftOut, found.compared)];
    case 'gradient-undecided':
      return [
        '这个损失无法做数值微分',
        `${found.total} 个元素中有 ${found.leftOut} 个处它有折点或跳变；正确的损失至多在少数几处如此`,
        '损失里是否有不该有的取整、比较或随机数？',
      ];
    case 'law-broken': {
      const details = found.because === undefined ? apart(found.expected, found.got) : finding(found.because).slice(1).join('；');
      return [`违反规律：${found.law.says.zh(found.parameters)}`, `${found.where.zh}：${details}`];
    }
    case 'input-disposed':
      return [`释放了输入 ${list(found.inputs)}`, '输入属于调用者，他还要继续使用：只释放你自己创建的张量'];
    case 'input-changed':
      return [`改动了输入 ${list(found.inputs)}`, '输入必须保持原样：请返回新的张量和对象'];
    case 'input-returned':
      return [`把输入 ${list(found.inputs)} 原样返回了，而不是新的张量`, '请返回副本，例如 .clone()：调用者可能释放其中一个而保留另一个'];
    case 'leaks':
      return [`留下了 ${found.tensors} 个没有释放的张量`, '只有返回的张量可以留下：把函数体放进 tf.tidy(() => …)'];
    case 'kernels-grow':
      return [
        '数据越多，张量运算的次数就越多',
        `小用例运行了 ${found.small} 次，大用例运行了 ${found.large} 次：把按行的循环换成整个张量上的运算`,
      ];
    case 'skipped':
      return [skipped(found.reason)];
  }
}

/** Why a check was not made. */
export function skipped(reason: SkipReason): string {
  const reasons: Readonly<Record<SkipReason, string>> = {
    todo: '还没有写',
    missing: '没有这个函数',
    unreadable: '无法读取文件',
    forbidden: '这道练习调用了它应当自己实现的函数',
    'reference-first': '有一个结果与参考答案一致后才计分',
    'laws-first': '练习的所有规律都成立后才计分',
    'loss-first': '损失正确后才计分',
    'too-long': '提交的代码超过了这道练习允许的长度',
    'no-cases': '没有能作出判断的用例',
    stopped: '函数没有运行到这里',
    infrastructure: '评分程序出了故障',
  };
  return reasons[reason];
}

const verdicts = { perfect: '完美', acceptable: '可以接受', suspicious: '可疑，可能有个小错误', wrong: '错误' };

function notFinite({ path, got, index, count, total }: Extract<Finding, { id: 'not-finite' }>): Lines {
  const number = formatNumber(got);
  const cause = '这样的数来自除以 0、log(0)，或对很大的数取 exp';
  if (total === 1) return [`${subject(path)}是 ${number}`, `应为有限的数；${cause}`];
  return [`${subject(path)}含有 ${number}`, `${at(index, total)}为 ${number}；${total} 个元素中有 ${count} 个不是有限的数`, cause];
}

function valuesDiffer(found: Extract<Finding, { id: 'values-differ' }>): Lines {
  const { path, step, index, total, count, relativeError, threshold } = found;
  const after = step === undefined ? '' : `在第 ${step + 1} 次调用后`;
  const differ = total === 1 ? '' : `；${total} 个元素中有 ${count} 个不同`;
  return [
    `${subject(path)}${after}与参考答案不符`,
    `${at(index, total)}${apart(found.expected, found.got)}，相对误差 ${formatError(relativeError)}，允许 ${formatError(threshold)}${differ}`,
  ];
}

function gradientDiffers(found: Extract<Finding, { id: 'gradient-differs' }>): Lines {
  const { path, relativeError } = found;
  const [numerical, analytic] = formatApart(found.numerical, found.analytic);
  const part = found.part === 'regularization' ? '的正则化部分' : '';
  const band = relativeError < tolerances.gradientSuspicious ? verdicts.suspicious : verdicts.wrong;
  return [
    `${path} ${part}没有通过梯度检验`,
    `${gradientPlace(found.at, found.compared + found.leftOut)}对你自己的损失做中心差分得到 ${numerical}，${path} 给出 ${analytic}`,
    `相对误差 ${formatError(relativeError)}：${band}；允许 ${formatError(tolerances.gradientAcceptable)}`,
    ...leftOut(found.leftOut, found.compared),
  ];
}

function gradientPlace(where: GradientPlace, total: number): string {
  return 'element' in where ? at(where.element, total) : '沿一个随机方向，';
}

function leftOut(count: number, compared: number): readonly string[] {
  return count === 0 ? [] : [`损失折点处的 ${count} 个元素没有参与比较，比较了 ${compared} 个`];
}

function shapes({ expected, got }: { readonly expected: readonly number[]; readonly got: readonly number[] }): string {
  return `应为 ${describeShape(expected)}，实际为 ${describeShape(got)}`;
}

function apart(expected: number, got: number): string {
  const [a, b] = formatApart(expected, got);
  return `应为 ${a}，实际为 ${b}`;
}
