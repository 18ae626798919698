import { isArrayValue, type Value, type ValueRecord } from '../../execution/values';
import { describeValue } from '../../pipeline/checks';
import { theResult } from '../../pipeline/checks/laws';
import { lawOn, type Read } from './lawOn';

/** Lists of distinct indices from 0 to n − 1. */
export type Batches = readonly (readonly number[])[];

/** A law about batches of the indices 0 … n − 1; values that are not distinct indices in a batch break it. */
export const lawOfBatches = lawOn(({ inputs, result }) => readBatches(inputs, result));

export function readBatches({ n }: ValueRecord, result: Value): Read<Batches> {
  const lists = isArrayValue(result) ? result : undefined;
  const batches = lists?.map((batch) =>
    isArrayValue(batch) ? batch.map((place) => (typeof place === 'number' ? place : NaN)) : [],
  );
  if (lists === undefined || batches === undefined || !lists.every(isArrayValue)) {
    const because = {
      id: 'wrong-kind',
      path: '',
      expected: 'a list of lists',
      got: describeValue(lists?.find((batch) => !isArrayValue(batch)) ?? result),
    } as const;
    return { violation: { where: theResult, expected: NaN, got: NaN, because } };
  }
  for (const [index, batch] of batches.entries()) {
    const places = batch.filter((place) => Number.isInteger(place) && place >= 0 && place < Number(n));
    const different = new Set(places).size;
    const where = { en: `different indices in batch ${index}`, zh: `第 ${index} 批中不同位置的个数` };
    if (different < batch.length) return { violation: { where, expected: batch.length, got: different } };
  }
  return { read: batches };
}

/** Sizes of ⌈n/batchSize⌉ batches, the last of which has the rest. */
export function sizesOfBatches(n: number, batchSize: number): readonly number[] {
  const sizes: number[] = [];
  for (let left = n; left > 0; left -= batchSize) sizes.push(Math.min(batchSize, left));
  return sizes;
}

/** The order of the indices, and their grouping, as comparable strings. */
export function orderOf(batches: Batches): string {
  return batches.map((batch) => batch.join()).join(';');
}
export function groupingOf(batches: Batches): string {
  return batches
    .map((batch) => batch.toSorted((a, b) => a - b).join())
    .toSorted()
    .join(';');
}
