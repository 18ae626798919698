import { isRecordValue, type Value } from '../../execution/values';
import { differingField } from '../../pipeline/checks/laws/compareFields';
import { lawOfSplit, readSplit, type Split } from './datasetSplit';
import { noCompanions, type Law } from '../../pipeline/checks/laws/law';

/** ⌊n·fraction⌋ rows for validation and test, the rest for training. */
export const splitSizes: Law = {
  companions: noCompanions,
  violation: lawOfSplit(({ size, parts }, { inputs: { fractions } }) => {
    const share = (name: string): number => Math.floor(size * fractionOf(fractions, name));
    const [validation, test] = [share('validation'), share('test')];
    const sizes: Readonly<Record<string, number>> = { train: size - validation - test, validation, test };
    const wrong = parts.find(({ name, rows }) => rows.length !== sizes[name]);
    return wrong && { where: `rows of ${wrong.name}`, expected: sizes[wrong.name] ?? NaN, got: wrong.rows.length };
  }),
};

/** Every row of the data is in exactly one part, once. */
export const splitKeepsRows: Law = {
  companions: noCompanions,
  violation: lawOfSplit(({ size, parts }) => {
    const rows = parts.flatMap((part) => part.rows);
    const once = rows.filter((row) => rows.indexOf(row) === rows.lastIndexOf(row)).length;
    return once === size ? undefined : { where: 'rows of x that are in exactly one part', expected: size, got: once };
  }),
};

/** Rows stay with their labels. */
export const splitKeepsLabels: Law = {
  companions: noCompanions,
  violation: lawOfSplit(({ labels, parts }) => {
    const pairs = parts.flatMap((part) => part.rows.map((row, index) => part.labels[index] === labels[row]));
    const kept = pairs.filter(Boolean).length;
    return kept === pairs.length ? undefined : { where: 'rows that kept their label', expected: pairs.length, got: kept };
  }),
};

/** The same seed gives the same split, whatever was asked before. */
export const splitRepeats: Law = {
  companions: (inputs) => [inputs],
  violation: lawOfSplit((_split, { result, companions: [again], scale }) => differingField(result, again, undefined, scale)),
};

/** Among the seeds 0 to 9 at least two orders occur. */
export const splitShuffles: Law = {
  companions: (inputs) => Array.from({ length: 10 }, (_, seed) => ({ ...inputs, seed })),
  violation: lawOfSplit((split, { inputs, companions }) => {
    const orders = new Set<string>();
    for (const companion of companions) {
      const read = readSplit(inputs, companion);
      if ('violation' in read) return read.violation;
      orders.add(orderOf(read.split));
    }
    return orders.size > 1 ? undefined : { where: 'orders among the seeds 0 to 9', expected: 2, got: orders.size };
  }),
};

function orderOf({ parts }: Split): string {
  return parts.map(({ rows }) => rows.join()).join(';');
}

function fractionOf(fractions: Value, name: string): number {
  return typeof fractions === 'object' && isRecordValue(fractions) ? Number(fractions[name]) : NaN;
}
