/** The comment above an exercise, as text without its stars; empty where there is none. */
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

/** Where an exercise's function begins; −1 where there is none of that name. */
export function placeOf(source: string, exercise: string): number {
  return source.search(new RegExp(`^export (?:async )?(?:function|const|let|var) ${exercise}\\b`, 'm'));
}
