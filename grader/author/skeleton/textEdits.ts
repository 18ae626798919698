/** Puts `text` in the place of what stands from `start` up to `end`; with no text it is a removal. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes all edits at once; positions are those of the text before, and edits don't overlap.
 *
 * Where a removal leaves nothing on its lines, they go too, and with them the blank lines that would then stand in
 * pairs or at the edge of a block.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of mergeRemovals(text, edits)) {
    const { start, end } = edit.text === '' ? tidyRemoval(text, edit) : edit;
    result += text.slice(done, start) + edit.text;
    done = end;
  }
  return result + text.slice(done);
}

/** In order, and removals with nothing but space between them made one, which then knows both of its edges. */
function mergeRemovals(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last?.text === '' && edit.text === '' && text.slice(last.end, edit.start).trim() === '') {
      merged.splice(-1, 1, { start: last.start, end: edit.end, text: '' });
    } else merged.push(edit);
  }
  return merged;
}

function tidyRemoval(text: string, removal: TextEdit): TextEdit {
  const indentation = /(?<=^|\n)[ \t]*$/.exec(text.slice(0, removal.start));
  const restOfLine = /^[ \t]*(?:\n|$)/.exec(text.slice(removal.end));
  // A region's lines are whole already: what follows is the next line.
  const endsLine = text[removal.end - 1] === '\n';
  if (indentation === null || (restOfLine === null && !endsLine))
    return { ...removal, end: removal.end + spacesAt(text, removal.end) };
  const start = removal.start - indentation[0].length;
  const end = endsLine ? removal.end : removal.end + (restOfLine?.[0].length ?? 0);

  const blankBefore = /(?<=^|\n)(?:[ \t]*\n)+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const blankAfter = /^(?:[ \t]*\n)+/.exec(text.slice(end))?.[0].length ?? 0;
  const opens = start - blankBefore === 0 || /\{[ \t]*\n$/.test(text.slice(0, start - blankBefore));
  const closes = /^\s*(?:\}|$)/.test(text.slice(end));
  if (opens || closes) return { start: start - blankBefore, end: end + blankAfter, text: '' };
  return { start: blankAfter > 0 ? start - blankBefore : start, end, text: '' };
}

function spacesAt(text: string, position: number): number {
  return /^[ \t]*/.exec(text.slice(position))?.[0].length ?? 0;
}
