/** The doc comment of an exercise as plain text; empty if there is none. */
export function docstringOf(source: string, exercise: string): string {
  const at = placeOf(source, exercise);
  if (at < 0) return '';
  const before = source.slice(0, at);
  const start = before.lastIndexOf('/**');
  const end = before.lastIndexOf('*/');
  if (start < 0 || end < start || before.slice(end + 2).trim() !== '') return '';
  return before
    .slice(start + 3, end)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();
}

/** Index at which an exercise's function starts, under the first of its names that exists; −1 if none does. */
export function placeOf(source: string, ...names: readonly string[]): number {
  const places = names.map((name) =>
    source.search(new RegExp(`^export (?:async )?(?:function|const|let|var) ${name}\\b`, 'm')),
  );
  return places.find((place) => place >= 0) ?? -1;
}
