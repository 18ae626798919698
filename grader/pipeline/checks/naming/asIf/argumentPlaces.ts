import { isRecordValue, type Value } from '../../../../execution/values';

export type Put = (value: Value) => Value;

/** Arguments, and the fields of records among them, by path. */
export function leavesOf(names: readonly string[], inputs: readonly Value[]): ReadonlyMap<string, Value> {
  const leaves = new Map<string, Value>();
  const visit = (path: readonly string[], value: Value): void => {
    if (!isRecordValue(value)) leaves.set(path.join('.'), value);
    else for (const [field, item] of Object.entries(value)) visit([...path, field], item);
  };
  for (const [index, value] of inputs.entries()) visit([names[index] ?? ''], value);
  return leaves;
}

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
