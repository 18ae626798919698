import { isRecordValue, type Value } from '../../../../execution/values';

export type Put = (value: Value) => Value;

/** Replaces the values at some paths. */
export function putting(
  names: readonly string[],
  places: readonly string[],
  put: Put,
): (inputs: readonly Value[]) => readonly Value[] {
  const visit = (path: string, value: Value): Value => {
    if (places.includes(path)) return put(value);
    if (!isRecordValue(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, visit(`${path}.${field}`, item)]));
  };
  return (inputs) => inputs.map((value, index) => visit(names[index] ?? '', value));
}
