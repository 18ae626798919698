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
  firstRowIs: ({ argument }) => `第一行就是 ${word(argument)}`,
};

/** What a law says, as a sentence. */
export function law(name: string, parameters: ValueRecord): string {
  return laws[name]?.(parameters) ?? name;
}

/** Where a law is broken: `row 2`, `every row`, a field. */
export function lawPlace(where: string): string {
  if (where === 'every row') return '每一行';
  if (where === 'every column') return '每一列';
  if (where === 'the result') return '结果';
  return where.replace(/^row (\d+)$/, '第 $1 行').replace(/^column (\d+)$/, '第 $1 列');
}
