import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files in a course's own `data/`, by path, without hidden files. */
export async function ownDataFiles(root: string): Promise<readonly string[]> {
  const folder = join(root, 'data');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `data${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`)
    .filter((path) => !path.includes('/.'))
    .toSorted();
}
