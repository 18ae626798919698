import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfTools } from './archives';

/** A submission has a few; more is a whole disk. */
const maxFiles = 2_000;
/** Files of the course, identified by a neighbouring file: next to it, they are not the student's work. */
const given = new Map([
  [
    'assignments',
    /^(solutions|grader|data|play|README.*\.md|LICENSE|MANIFEST\.json|package(-lock)?\.json|tsconfig\.json|jest\.config\.js)$/,
  ],
  ['course.json', /^(README.*\.md|course\.json)$/],
  ['public.json', /^(README.*\.md|pictures|public\.json|.*\.test\.ts)$/],
]);

/**
 * All files of a submission that a student may have added, as relative paths in sorted order. Links are listed but not
 * followed.
 */
export async function listFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
    const patterns = entries.flatMap(({ name }) => given.get(name) ?? []);
    const isSkipped = (name: string): boolean =>
      patterns.some((pattern) => pattern.test(name)) || (below === '' && name === 'solutions');
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (found.length >= maxFiles) return;
      if (isOfTools(path) || isSkipped(entry.name)) continue;
      if (entry.isDirectory()) await visit(path);
      else found.push(path);
    }
  };
  await visit('');
  return found;
}
