import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfTools } from './archives';

/** A hand-in has a few; what has more is a whole disk. */
const maxFiles = 2_000;
/** The course's own, by what they lie beside: a copy without its owner's file is no work of theirs. */
const given = new Map([
  [
    'assignments',
    /^(solutions|grader|data|play|README.*\.md|LICENSE|MANIFEST\.json|package(-lock)?\.json|tsconfig\.json|jest\.config\.js)$/,
  ],
  ['course.json', /^(README.*\.md|course\.json)$/],
  ['public.json', /^(README.*\.md|pictures|public\.json|.*\.test\.ts)$/],
]);

/**
 * All files of a submission that a student may have put there, relative, in order of their paths. Links count and are
 * not followed.
 */
export async function listFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
    const patterns = entries.flatMap(({ name }) => given.get(name) ?? []);
    const isSkipped = (name: string): boolean =>
      patterns.some((pattern) => pattern.test(name)) || (below === '' && name === 'solutions');
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (found.length >= maxFiles) return;
      if (isOfTools(path) || isSkipped(entry.name)) continue;
      if (entry.isDirectory()) await look(path);
      else found.push(path);
    }
  };
  await look('');
  return found;
}
