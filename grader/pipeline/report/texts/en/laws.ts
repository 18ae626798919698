import type { Value, ValueRecord } from '../../../../execution/values';
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
  classifiesAtLeast: ({ share }) => `at least ${formatNumber(100 * Number(share))} % of the images are classified right`,
  classifiesAlone: ({ share }) =>
    `at least ${formatNumber(100 * Number(share))} % are classified right, and each image the same alone as among others`,
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
  batchSizes: () => 'there are as many batches as it takes, all full but the last, which has what is left',
  batchesHoldAll: () => 'each place is in some batch',
  batchesHoldOnce: () => 'no place is in two batches',
  batchesRepeat: () => 'the same seed gives the same batches',
  batchesShuffle: () => 'different seeds give different orders',
  batchesMix: () => 'who comes together in a batch changes with the seed',
  epochsTakeEachOnce: () => 'each epoch takes every row once, in full batches and what is left',
  batchesKeepLabels: () => 'rows of a batch come with their labels',
  epochsReorder: () => 'the order changes from epoch to epoch',
  seedsReorder: () => 'the order changes with the seed',
  stepsFollow: () => 'each step goes on from the one before, and the history holds the loss of all rows after each epoch',
  firstRowIs: ({ argument }) => `the first row is ${word(argument)}`,
};

/** What a law says, as a sentence. */
export function law(name: string, parameters: ValueRecord): string {
  return laws[name]?.(parameters) ?? name;
}
