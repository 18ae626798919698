/** Finds exercises whose name occurs in several assignments, as sentences for the author. */
export function findTwins(
  assignments: readonly { readonly id: string; readonly exercises: readonly { readonly name: string }[] }[],
): readonly string[] {
  const owners = new Map<string, string[]>();
  for (const { id, exercises } of assignments) {
    for (const { name } of exercises) owners.set(name, [...(owners.get(name) ?? []), id]);
  }
  return [...owners]
    .filter(([, ids]) => ids.length > 1)
    .map(
      ([name, ids]) =>
        `${ids.join(' and ')} both have an exercise ${name}; write it as ${ids[0] ?? ''}/${name} in overrides`,
    );
}
