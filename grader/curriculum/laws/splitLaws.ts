import { isRecordValue, type Value } from '../../execution/values';
import { defineLaw, differingField } from '../../pipeline/checks/laws';
import { lawOfSplit, readSplit, type Split } from './datasetSplit';
import { ordersAmongSeeds, tenSeeds } from './seeds';

/** ⌊n·fraction⌋ rows for validation and test, the rest for training. */
export const splitSizes = defineLaw({
  name: 'splitSizes',
  says: {
    en: () => 'validation and test have as many rows as their fractions say, rounded down, and the rest trains',
    zh: () => '验证集和测试集的行数是比例乘总行数再向下取整，其余用来训练',
  },
  violation: lawOfSplit(({ size, parts }, { inputs: { fractions } }) => {
    const share = (name: string): number => Math.floor(size * fractionOf(fractions, name));
    const [validation, test] = [share('validation'), share('test')];
    const sizes: Readonly<Record<string, number>> = { train: size - validation - test, validation, test };
    const wrong = parts.find(({ name, rows }) => rows.length !== sizes[name]);
    if (wrong === undefined) return undefined;
    const where = { en: `rows of ${wrong.name}`, zh: `${wrong.name} 的行数` };
    return { where, expected: sizes[wrong.name] ?? NaN, got: wrong.rows.length };
  }),
});

/** Every row of the data is in exactly one part, once. */
export const splitKeepsRows = defineLaw({
  name: 'splitKeepsRows',
  says: { en: () => 'each row is in exactly one part', zh: () => '每一行恰好属于一个部分' },
  violation: lawOfSplit(({ size, parts }) => {
    const rows = parts.flatMap((part) => part.rows);
    const once = rows.filter((row) => rows.indexOf(row) === rows.lastIndexOf(row)).length;
    const where = { en: 'rows of x that are in exactly one part', zh: 'x 中恰好属于一个部分的行数' };
    return once === size ? undefined : { where, expected: size, got: once };
  }),
});

/** Rows stay with their labels. */
export const splitKeepsLabels = defineLaw({
  name: 'splitKeepsLabels',
  says: { en: () => 'rows stay with their labels', zh: () => '每一行都带着自己的标签' },
  violation: lawOfSplit(({ labels, parts }) => {
    const pairs = parts.flatMap((part) => part.rows.map((row, index) => part.labels[index] === labels[row]));
    const kept = pairs.filter(Boolean).length;
    const where = { en: 'rows that kept their label', zh: '保住了标签的行数' };
    return kept === pairs.length ? undefined : { where, expected: pairs.length, got: kept };
  }),
});

/** The same seed gives the same split, whatever was asked before. */
export const splitRepeats = defineLaw({
  name: 'splitRepeats',
  says: { en: () => 'the same seed gives the same split', zh: () => '同样的种子给出同样的划分' },
  companions: (inputs) => [inputs],
  violation: lawOfSplit((_split, { result, companions: [again], scale }) => differingField(result, again, [], scale)),
});

/** Among the seeds 0 to 9 at least two orders occur. */
export const splitShuffles = defineLaw({
  name: 'splitShuffles',
  says: { en: () => 'different seeds give different orders', zh: () => '不同的种子给出不同的顺序' },
  companions: tenSeeds,
  violation: lawOfSplit((split, { inputs, companions }) => {
    const orders = new Set<string>();
    for (const companion of companions) {
      const read = readSplit(inputs, companion);
      if ('violation' in read) return read.violation;
      orders.add(orderOf(read.split));
    }
    return orders.size > 1 ? undefined : { where: ordersAmongSeeds, expected: 2, got: orders.size };
  }),
});

function orderOf({ parts }: Split): string {
  return parts.map(({ rows }) => rows.join()).join(';');
}

function fractionOf(fractions: Value, name: string): number {
  return typeof fractions === 'object' && isRecordValue(fractions) ? Number(fractions[name]) : NaN;
}
