import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfTools } from './archives';

/** A hand-in has a few; what has more is a whole disk. */
const maxFiles = 2_000;
/** Beside `assignments` these are the course's own. */
const courseFolders = ['solutions', 'grader', 'data'];

/**
 * All files of a submission that a student may have put there, relative, in order of their paths. Links count and are
 * not followed.
 */
export async function listFiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
    const isCourse = entries.some(({ name }) => name === 'assignments');
    const isSkipped = (name: string): boolean =>
      (isCourse && courseFolders.includes(name)) || (below === '' && name === 'solutions');
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
