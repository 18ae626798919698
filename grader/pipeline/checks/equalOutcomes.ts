import type { Outcome } from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { sameShape } from './compareValues';
import { tolerances } from './tolerances';

/** Whether two outcomes are equal: status, kinds, shapes, and numbers within a bound. */
export function equalOutcomes(
  a: Outcome | undefined,
  b: Outcome | undefined,
  bound: number,
  scale: number | undefined,
): boolean {
  if (a === undefined || b === undefined || a.status !== b.status) return false;
  // Two errors are equal regardless of their texts: a mistake that throws is recognised by where it throws.
  if (a.status !== 'returned' || b.status !== 'returned') return a.status === 'threw';
  return equalValues(a.values, b.values, bound, scale);
}

function equalValues(a: Value, b: Value, bound: number, scale: number | undefined): boolean {
  if (a instanceof TensorValue) {
    if (!(b instanceof TensorValue) || !sameShape(a.shape, b.shape)) return false;
    const size = scale ?? a.values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    return a.values.every((value, index) => equalNumbers(value, b.values[index] ?? NaN, bound, size));
  }
  if (typeof a === 'number') return typeof b === 'number' && equalNumbers(a, b, bound, scale ?? 0);
  if (isArrayValue(a))
    return (
      isArrayValue(b) && a.length === b.length && a.every((item, index) => equalValues(item, b[index], bound, scale))
    );
  if (isRecordValue(a)) {
    if (!isRecordValue(b)) return false;
    const record = b;
    return Object.entries(a).every(
      ([field, item]) => Object.hasOwn(record, field) && equalValues(item, record[field], bound, scale),
    );
  }
  return typeof a === 'object' ? JSON.stringify(a) === JSON.stringify(b) : Object.is(a, b);
}

function equalNumbers(a: number, b: number, bound: number, scale: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  // An infinite difference is within an infinite bound, which means nothing.
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= bound * (Math.abs(a) + Math.abs(b)) + tolerances.absolute * scale;
}
