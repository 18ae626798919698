import { isRecordValue, type Value } from '../../../execution/values';

/** Arguments, and the fields of records among them, by path. */
export function leavesOf(names: readonly string[], inputs: readonly Value[]): ReadonlyMap<string, Value> {
  const leaves = new Map<string, Value>();
  const visit = (path: string, value: Value): void => {
    if (!isRecordValue(value)) leaves.set(path, value);
    else for (const [field, item] of Object.entries(value)) visit(`${path}.${field}`, item);
  };
  for (const [index, value] of inputs.entries()) visit(names[index] ?? '', value);
  return leaves;
}
