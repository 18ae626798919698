/** Groups of connected names, the largest first. */
export function clustersOf(
  pairs: readonly { readonly left: string; readonly right: string }[],
): readonly (readonly string[])[] {
  const clusterOf = new Map<string, Set<string>>();
  for (const { left, right } of pairs) {
    const joined = new Set([left, right, ...(clusterOf.get(left) ?? []), ...(clusterOf.get(right) ?? [])]);
    for (const name of joined) clusterOf.set(name, joined);
  }
  return [...new Set(clusterOf.values())]
    .map((one) => [...one].toSorted())
    .toSorted((a, b) => b.length - a.length || (String(a[0]) < String(b[0]) ? -1 : 1));
}
