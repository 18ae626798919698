/** Replaces the text from `start` to `end` (exclusive); an empty text is a removal. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies all edits at once; positions refer to the original text, and edits must not overlap. Lines that a removal
 * leaves empty are removed, together with blank lines that would then be doubled or at the edge of a block.
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

/** Sorted, with removals merged if only whitespace is between them. */
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
  // A region consists of whole lines.
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
