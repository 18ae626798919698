import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files';
import { parseCourse } from '../pipeline/course';

/**
 * Appends an assignment to the text of `assignments/course.json`, to its list or record, without changing the format
 * otherwise.
 */
export function withAssignment(text: string, id: string): string {
  const start = /"assignments"\s*:\s*[[{]/.exec(text);
  if (start === null) throw new Error('assignments/course.json has no list of assignments to add to');
  const open = start.index + start[0].length;
  const close = closeOf(text, open);
  const before = text.slice(0, open) + text.slice(open, close).trimEnd();
  const end = text.slice(before.length);
  const isEmpty = before.length === open;
  const separator = isEmpty ? ' ' : end.startsWith('\n') ? ',\n    ' : ', ';
  const added = text[open - 1] === '[' ? `{ "id": "${id}" }` : `"${id}": {}`;
  return `${before}${separator}${added}${isEmpty && !end.startsWith('\n') ? ' ' : ''}${end}`;
}

/** Index of the bracket that closes the one before a position; brackets in strings are ignored. */
function closeOf(text: string, from: number): number {
  let depth = 1;
  for (const { index, 0: token } of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth === 0) return from + index;
  }
  throw new Error('assignments/course.json does not close its list of assignments');
}

/** @throws if the course file is invalid before or after; it is not changed then */
export async function addToCourse(root: string, id: string): Promise<void> {
  const path = join(root, 'assignments', 'course.json');
  const text = withAssignment(await readFile(path, 'utf8'), id);
  parseCourse(text);
  await writeWhole(path, text);
}
