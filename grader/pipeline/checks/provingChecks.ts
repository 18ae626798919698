import type { Check, Exercise, ReferenceCheck } from '../types';
import { isArrayValue, isRecordValue, TensorValue, valueAt, type Value } from '../../execution/values';
import { memoize } from './checkKind';

/**
 * The reference checks that a constant answer can't pass; all reference checks if there are none.
 *
 * Note [Constants prove nothing]: where every expected answer is the same, such as NaN for a NaN argument or −1 for an
 * empty list, a function that ignores its arguments is correct too. So a check with constant answers earns points only
 * together with one whose answers differ.
 */
export const provingChecks = memoize((exercise: Exercise): readonly Check[] => {
  const references = exercise.checks.flatMap((check) =>
    check.kind === 'reference' && check.withdrawn === undefined ? [check] : [],
  );
  const telling = references.filter((check) => !isConstant(check, exercise));
  return telling.length > 0 ? telling : references;
});

function isConstant({ cases, field }: ReferenceCheck, exercise: Exercise): boolean {
  const byPath = new Map<string, Set<unknown>>();
  for (const { id, expected } of exercise.cases) {
    if (!cases.includes(id) || expected.status !== 'returned') continue;
    for (const value of expected.values) collect(valueAt(value, field === undefined ? [] : [field]), '', byPath);
  }
  return [...byPath.values()].every(({ size }) => size <= 1);
}

/** By path, every number, text and truth value that a result holds; entries of lists and tensors share one path. */
function collect(value: Value, path: string, byPath: Map<string, Set<unknown>>): void {
  const add = (entry: unknown): void => void byPath.set(path, (byPath.get(path) ?? new Set()).add(entry));
  if (value instanceof TensorValue) value.values.forEach(add);
  else if (typeof value !== 'object') add(value);
  else if (isArrayValue(value)) for (const item of value) collect(item, path, byPath);
  else if (isRecordValue(value))
    for (const [field, item] of Object.entries(value)) collect(item, `${path}.${field}`, byPath);
}
