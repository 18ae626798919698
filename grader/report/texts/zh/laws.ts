import type { Value, ValueRecord } from '../../../values';
import { formatNumber } from '../../formatNumber';
import { formatValue } from '../../formatValue';
import { values } from './values';

const word = (value: Value): string => (typeof value === 'string' ? value : '');
const field = (value: Value): string => (word(value) === '' ? '结果' : ` ${word(value)} `);
const number = (value: Value): string => formatValue(value, values);

const transformed: Readonly<Record<string, (argument: string) => string>> = {
  addConstantToEachRow: (argument) => `给 ${argument} 的每一行加一个常数`,
  addSameRowToAllRows: (argument) => `给 ${argument} 的所有行加同一行`,
  addConstant: (argument) => `给 ${argument} 加一个常数`,
  transpose: (argument) => `转置 ${argument}`,
  negate: (argument) => `把 ${argument} 反号`,
};

const laws: Readonly<Record<string, (parameters: ValueRecord) => string>> = {
  columnsSumTo: (given) => `${field(given['field'])}每一列之和为 ${number(given['sum'])}`.trimStart(),
  rowsSumTo: (given) => `${field(given['field'])}每一行之和为 ${number(given['sum'])}`.trimStart(),
  unchangedUnder: ({ transform, argument }) => `${transformed[word(transform)]?.(word(argument)) ?? word(transform)}，结果不变`,
  scalesWith: ({ argument, factor, power }) =>
    Number(power) === 0
      ? `缩放 ${word(argument)}，结果不变`
      : `${number(factor)}·${word(argument)} 的结果是原来的 ${formatNumber(Number(factor) ** Number(power))} 倍`,
  sameAgain: () => '同样的输入再算一次，结果相同',
  splitSizes: () => '验证集和测试集的行数是比例乘总行数再向下取整，其余用来训练',
  splitKeepsRows: () => '每一行恰好属于一个部分',
  splitKeepsLabels: () => '每一行都带着自己的标签',
  splitRepeats: () => '同样的种子给出同样的划分',
  splitShuffles: () => '不同的种子给出不同的顺序',
  firstRowIs: ({ argument }) => `第一行就是 ${word(argument)}`,
};

/** What a law says, as a sentence. */
export function law(name: string, parameters: ValueRecord): string {
  return laws[name]?.(parameters) ?? name;
}

const splitPlaces: Readonly<Record<string, string>> = {
  'rows of x that are in exactly one part': 'x 中恰好属于一个部分的行数',
  'rows that kept their label': '保住了标签的行数',
  'orders among the seeds 0 to 9': '种子 0 到 9 给出的不同顺序的个数',
};

/** Where a law is broken: `row 2`, `every row`, a field. */
export function lawPlace(where: string): string {
  if (where === 'every row') return '每一行';
  if (where === 'every column') return '每一列';
  if (where === 'the result') return '结果';
  if (Object.hasOwn(splitPlaces, where)) return splitPlaces[where] ?? where;
  return where
    .replace(/^rows of (\S+) that are rows of x$/, '$1 中属于 x 的行数')
    .replace(/^rows of (\S+)$/, '$1 的行数')
    .replace(/^row (\d+)$/, '第 $1 行')
    .replace(/^column (\d+)$/, '第 $1 列');
}
