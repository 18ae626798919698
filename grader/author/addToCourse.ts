import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files';
import { parseCourse } from '../pipeline/course';

/** Appends an assignment to the text of `assignments/course.json`, whose form is otherwise left as it is. */
export function withAssignment(text: string, id: string): string {
  const [, before, end] = /^([\s\S]*"assignments"\s*:\s*\[[\s\S]*?)(\s*\][\s\S]*)$/.exec(text) ?? [];
  if (before === undefined || end === undefined)
    throw new Error('assignments/course.json has no list of assignments to add to');
  const separator = end.startsWith('\n') ? ',\n    ' : ', ';
  return `${before}${separator}{ "id": "${id}" }${end}`;
}

/** @throws if the course file is not right, before or after; then it is left as it was */
export async function addToCourse(root: string, id: string): Promise<void> {
  const path = join(root, 'assignments', 'course.json');
  const text = withAssignment(await readFile(path, 'utf8'), id);
  parseCourse(text);
  await writeWhole(path, text);
}
