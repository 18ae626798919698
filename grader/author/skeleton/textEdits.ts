/** Puts `text` in the place of what stands from `start` up to `end`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes all edits at once; positions are those of the text before. Removals may overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, Math.max(done, edit.start)) + edit.text;
    done = Math.max(done, edit.end);
  }
  return result + text.slice(done);
}

/**
 * Takes out whole lines, and with them the blank lines that would then stand in pairs or at the edge of a block.
 *
 * @param start - where the first line begins
 * @param end - where the line after the last begins
 */
export function removeLines(text: string, { start, end }: { readonly start: number; readonly end: number }): TextEdit {
  const blankBefore = /(?:^|(?<=\n))(?:[ \t]*\n)+$/.exec(text.slice(0, start))?.[0] ?? '';
  const blankAfter = /^(?:[ \t]*\n)+/.exec(text.slice(end))?.[0] ?? '';
  const rest = text.slice(end);
  const closes = /^\s*(?:\}|$)/.test(rest);
  if (closes || blankAfter !== '') {
    if (blankBefore !== '') return { start: start - blankBefore.length, end, text: '' };
    if (closes || start === 0 || /\{[ \t]*\n$/.test(text.slice(0, start))) return { start, end: end + blankAfter.length, text: '' };
  }
  return { start, end, text: '' };
}
