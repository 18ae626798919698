/** Indexes values by each of their keys, so that a large class is searched once. Empty keys are left out. */
export function indexBy<Value>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly string[],
): ReadonlyMap<string, readonly Value[]> {
  const index = new Map<string, Value[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      const others = index.get(key);
      if (others !== undefined) others.push(value);
      else if (key !== '') index.set(key, [value]);
    }
  }
  return index;
}
