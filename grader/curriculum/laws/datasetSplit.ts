import type { CommonFinding } from '../../pipeline/types';
import { isRecordValue, TensorValue, valueAt, type Value, type ValueRecord } from '../../execution/values';
import { describeValue } from '../../pipeline/checks';
import { named } from '../../pipeline/checks/laws';
import { lawOn, type Read } from './lawOn';
import { placesOf, rowsOf } from './rowsOf';

export const partNames = ['train', 'validation', 'test'] as const;

/** One part of a split: each row's index in the data, and its label. */
interface Part {
  readonly name: string;
  readonly rows: readonly number[];
  readonly labels: readonly number[];
}

/** Splitting exercises get x (N, D) with distinct rows, and y (N,). */
export interface Split {
  readonly size: number;
  readonly labels: readonly number[];
  readonly parts: readonly Part[];
}

/** A law about a split; values that are not rows of the data break it. */
export const lawOfSplit = lawOn(({ inputs, result }) => readSplit(inputs, result));

/** Looks up each returned row in the data. */
export function readSplit({ x, y }: ValueRecord, result: Value): Read<Split> {
  if (!(x instanceof TensorValue) || !(y instanceof TensorValue))
    throw new Error('a law of splits needs the tensors x and y');
  const places = placesOf(x);
  const parts: Part[] = [];
  for (const name of partNames) {
    const features = valueAt(result, [name, 'x']);
    const labels = valueAt(result, [name, 'y']);
    const because =
      missing(result, [name, 'x']) ??
      missing(result, [name, 'y']) ??
      misshapen(features, `${name}.x`, (rows) => [rows, x.shape[1] ?? 0]) ??
      misshapen(labels, `${name}.y`, () => [rowCount(features)]);
    if (because !== undefined || !(features instanceof TensorValue) || !(labels instanceof TensorValue))
      return { violation: { where: named(name), expected: NaN, got: NaN, ...(because && { because }) } };
    const rows = rowsOf(features).map((row) => places.get(row) ?? -1);
    const found = rows.filter((place) => place !== -1).length;
    const where = { en: `rows of ${name}.x that are rows of x`, zh: `${name}.x 中属于 x 的行数` };
    if (found < rows.length) return { violation: { where, expected: rows.length, got: found } };
    parts.push({ name, rows, labels: [...labels.values] });
  }
  return { read: { size: x.shape[0] ?? 0, labels: [...y.values], parts } };
}

/** The first field of a path that is not there, such as `validation` where a part is named `val`. */
function missing(result: Value, path: readonly string[]): CommonFinding | undefined {
  for (const [depth, field] of path.entries()) {
    const owner = valueAt(result, path.slice(0, depth));
    if (isRecordValue(owner) && !Object.hasOwn(owner, field))
      return { id: 'missing-field', path: path.slice(0, depth + 1).join('.'), fields: Object.keys(owner) };
  }
  return undefined;
}

function misshapen(
  value: Value,
  path: string,
  shapeOf: (rows: number) => readonly number[],
): CommonFinding | undefined {
  if (!(value instanceof TensorValue)) return { id: 'not-a-tensor', path, got: describeValue(value) };
  const expected = shapeOf(rowCount(value));
  if (expected.join() !== value.shape.join()) return { id: 'wrong-shape', path, expected, got: value.shape };
  return undefined;
}

function rowCount(value: Value): number {
  return value instanceof TensorValue ? (value.shape[0] ?? 0) : 0;
}
