import { z } from 'zod';
import { isRecordValue, type Value, type ValueRecord } from '../../execution/values';
import { defineLaw, differingField, type Violation } from '../../pipeline/checks/laws';
import { countSingles } from './countSingles';
import { lawOfSplit, partNames, readSplit, type Split } from './datasetSplit';
import { readAll } from './lawOn';
import { lostLabels } from './lostLabels';
import { neverChanges, withDifferentSeeds, zeroIsReplaced } from './seeds';
import { areNeverSorted, followsRule, maxNeverThere, tooAlike } from './shuffled';

/** ⌊n·fraction⌋ rows for validation and test, the rest for training. */
export const splitSizes = defineLaw({
  name: 'splitSizes',
  says: {
    en: () => 'validation and test have their fractions of the rows, rounded down, and training has the rest',
    zh: () => '验证集和测试集的行数为比例乘以总行数再向下取整，其余用于训练',
  },
  violation: lawOfSplit((split, { inputs }) =>
    otherSizes(split, inputs, (size, validation, test) => [Math.floor(size * validation), Math.floor(size * test)]),
  ),
});

/** Signatures of known mistakes in sizes, which right splits don't have. */
export const splitSizesBy = defineLaw({
  name: 'splitSizesBy',
  parameters: z.strictObject({ rule: z.enum(['nearest', 'up', 'sum', 'swapped', 'rest']) }),
  says: { en: ({ rule }) => `the sizes follow the rule ‘${rule}’`, zh: ({ rule }) => `各部分的大小符合规则“${rule}”` },
  violation(context) {
    const [rule, ...others] = wrongSizes[context.parameters.rule];
    return lawOfSplit((split, { inputs }) =>
      others.some((other) => otherSizes(split, inputs, other) === undefined)
        ? undefined
        : otherSizes(split, inputs, rule),
    )(context);
  },
});

type SizesRule = (size: number, validation: number, test: number) => readonly [validation: number, test: number];

const { ceil, floor, round } = Math;
const wrongSizes: Readonly<
  Record<'nearest' | 'up' | 'sum' | 'swapped' | 'rest', readonly [SizesRule, ...SizesRule[]]>
> = {
  nearest: [(size, validation, test) => [round(size * validation), round(size * test)]],
  up: [(size, validation, test) => [ceil(size * validation), ceil(size * test)]],
  sum: [
    (size, validation, test) => [
      floor(size * validation),
      floor(size * (validation + test)) - floor(size * validation),
    ],
  ],
  swapped: [(size, validation, test) => [floor(size * test), floor(size * validation)]],
  // For either order of the two parts.
  rest: [
    (size, validation, test) => [floor((size - floor(size * test)) * validation), floor(size * test)],
    (size, validation, test) => [floor(size * validation), floor((size - floor(size * validation)) * test)],
  ],
};

function otherSizes({ size, parts }: Split, { fractions }: ValueRecord, rule: SizesRule): Violation | undefined {
  const [validation, test] = rule(size, fractionOf(fractions, 'validation'), fractionOf(fractions, 'test'));
  const sizes: Readonly<Record<string, number>> = { train: size - validation - test, validation, test };
  const wrong = parts.find(({ name, rows }) => rows.length !== sizes[name]);
  if (wrong === undefined) return undefined;
  const where = { en: `rows of ${wrong.name}`, zh: `${wrong.name} 的行数` };
  return { where, expected: sizes[wrong.name] ?? NaN, got: wrong.rows.length };
}

/** Every row of the data is in exactly one part, once. */
export const splitKeepsRows = defineLaw({
  name: 'splitKeepsRows',
  says: { en: () => 'each row is in exactly one part', zh: () => '每一行恰好属于一个部分' },
  violation: lawOfSplit(({ size, parts }) => {
    const once = countSingles(parts.flatMap((part) => part.rows));
    const where = { en: 'rows of x that are in exactly one part', zh: 'x 中恰好属于一个部分的行数' };
    return once === size ? undefined : { where, expected: size, got: once };
  }),
});

/** Rows stay with their labels. */
export const splitKeepsLabels = defineLaw({
  name: 'splitKeepsLabels',
  says: { en: () => 'rows stay with their labels', zh: () => '每一行都与自己的标签对应' },
  violation: lawOfSplit(({ labels, parts }) => lostLabels(parts, labels)),
});

/** In a canonical order. */
const fieldsOfParts = partNames.flatMap((name) => [`${name}.x`, `${name}.y`]);

/** The same seed gives the same split, independent of earlier calls. */
export const splitRepeats = defineLaw({
  name: 'splitRepeats',
  says: { en: () => 'the same seed gives the same split', zh: () => '相同的种子给出相同的划分' },
  companions: (inputs) => [inputs],
  violation: lawOfSplit((_split, { result, companions: [again], scale }) =>
    differingField(result, again, fieldsOfParts, scale),
  ),
});

/**
 * Different seeds give different orders, no two of which are alike, and rows reach every part: a shuffle, see Note
 * [Alike by chance].
 */
export const splitShuffles = defineLaw({
  name: 'splitShuffles',
  says: { en: () => 'different seeds shuffle the rows differently', zh: () => '不同的种子把各行打乱成不同的顺序' },
  companions: withDifferentSeeds(20),
  violation: lawOfSplit(({ size }, { inputs, companions }) => {
    const bySeed = readAll(companions.map((companion) => readSplit(inputs, companion)));
    if ('violation' in bySeed) return bySeed.violation;
    const splits = bySeed.read;
    const orders = splits.map(({ parts }) => parts.flatMap(({ rows }) => rows));
    const texts = orders.map((order) => order.join());
    return (
      neverChanges(texts) ??
      sortedPart(splits) ??
      followsRule(orders, size) ??
      tooAlike(orders, size) ??
      keptOut(splits, size) ??
      zeroIsReplaced(texts, size)
    );
  }),
});

/** A part whose rows are in the order of the data with every seed. */
function sortedPart(splits: readonly Split[]): Violation | undefined {
  for (const [index, name] of partNames.entries()) {
    const ofSeeds = splits.map(({ parts }) => parts[index]?.rows ?? []);
    const sorted = ofSeeds.filter((rows) => rows.every((row, at) => at === 0 || row > (rows[at - 1] ?? NaN))).length;
    const where = {
      en: `seeds for which the rows of ${name} are in the order of the data`,
      zh: `使 ${name} 的各行仍按数据原来顺序排列的种子数`,
    };
    if (sorted === splits.length && areNeverSorted(ofSeeds.map(({ length }) => length)))
      return { where, expected: 0, got: sorted };
  }
  return undefined;
}

/** A part that many rows never reach. */
function keptOut(splits: readonly Split[], size: number): Violation | undefined {
  for (const [index, name] of partNames.entries()) {
    const rows = splits.map(({ parts }) => parts[index]?.rows ?? []);
    const smallest = Math.min(...rows.map(({ length }) => length));
    const needed = size - maxNeverThere(size, smallest, splits.length);
    const there = new Set(rows.flat()).size;
    const where = {
      en: `rows that are in ${name} with one of ${splits.length} seeds`,
      zh: `在 ${splits.length} 个种子下曾进入 ${name} 的行数`,
    };
    if (there < needed) return { where, expected: needed, got: there };
  }
  return undefined;
}

function fractionOf(fractions: Value, name: string): number {
  return isRecordValue(fractions) ? Number(fractions[name]) : NaN;
}
