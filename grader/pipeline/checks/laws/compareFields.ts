import type { CommonFinding, Violation, Words } from '../../types';
import { isArrayValue, isRecordValue, TensorValue, valueAt, type Value } from '../../../execution/values';
import { compareValues } from '../compareValues';

import { named, theResult } from './places';

/** The first place where `got` differs from `expected`, in the named fields or anywhere. */
export function differingField(
  expected: Value,
  got: Value,
  fields: readonly string[],
  scale: number | undefined,
): Violation | undefined {
  const paths = fields.map((field) => field.split('.'));
  for (const path of paths.length === 0 ? [[]] : paths) {
    const where = path.join('.');
    const wanted = valueAt(expected, path);
    const context = { comparison: { rule: 'standard' }, scale, step: undefined } as const;
    const { finding } = compareValues(wanted, valueAt(got, path), where, context);
    // Two missing values don't count as equal: a law is about what is returned.
    if (finding === undefined && wanted !== undefined) continue;
    if (finding?.id === 'values-differ')
      return { where: placeOf(finding.path), expected: finding.expected, got: finding.got };
    const because: CommonFinding = finding ?? { id: 'wrong-kind', path: where, expected: 'a result', got: 'undefined' };
    return { where: placeOf(where), expected: NaN, got: NaN, because };
  }
  return undefined;
}

function placeOf(path: string): Words {
  return path === '' ? theResult : named(path);
}

/** A copy of `value` with every number mapped. */
export function mapNumbers(value: Value, map: (number: number) => number): Value {
  if (typeof value === 'number') return map(value);
  if (value instanceof TensorValue) return new TensorValue(value.shape, value.dtype, value.values.map(map));
  if (isArrayValue(value)) return value.map((item) => mapNumbers(item, map));
  if (isRecordValue(value)) {
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, mapNumbers(item, map)]));
  }
  return value;
}
