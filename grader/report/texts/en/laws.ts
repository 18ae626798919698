import type { Value, ValueRecord } from '../../../values';
import { formatNumber } from '../../formatNumber';
import { formatValue } from '../../formatValue';

const word = (value: Value): string => (typeof value === 'string' ? value : '');

const transformed: Readonly<Record<string, string>> = {
  addConstantToEachRow: 'adding a constant to each row of',
  addSameRowToAllRows: 'adding the same row to all rows of',
  addConstant: 'adding a constant to',
  transpose: 'transposing',
  negate: 'changing the sign of',
};

const laws: Readonly<Record<string, (parameters: ValueRecord) => string>> = {
  columnsSumTo: ({ field, sum }) => `each column of ${word(field) || 'the result'} sums to ${formatValue(sum)}`,
  rowsSumTo: ({ field, sum }) => `each row of ${word(field) || 'the result'} sums to ${formatValue(sum)}`,
  unchangedUnder: ({ transform, argument }) => `${transformed[word(transform)] ?? word(transform)} ${word(argument)} changes nothing`,
  scalesWith: ({ argument, factor, power }) =>
    Number(power) === 0
      ? `scaling ${word(argument)} changes nothing`
      : `${formatValue(factor)}·${word(argument)} gives ${formatNumber(Number(factor) ** Number(power))} times the result`,
  sameAgain: () => 'the same inputs give the same result again',
  splitSizes: () => 'validation and test have as many rows as their fractions say, rounded down, and the rest trains',
  splitKeepsRows: () => 'each row is in exactly one part',
  splitKeepsLabels: () => 'rows stay with their labels',
  splitRepeats: () => 'the same seed gives the same split',
  splitShuffles: () => 'different seeds give different orders',
  firstRowIs: ({ argument }) => `the first row is ${word(argument)}`,
};

/** What a law says, as a sentence. */
export function law(name: string, parameters: ValueRecord): string {
  return laws[name]?.(parameters) ?? name;
}
