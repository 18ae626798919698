import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What stays with the staff: the images that mark the capstone with the programs that cut and distort them, tests, and
 * their helpers. Students are to find ways of their own to distort.
 */
const staffs = /\.test\.|(?:^|\/)testing\/|^data\/digits\/(?:cut|cutDigits|distort)\.ts$/;
const released = /\.(?:md|ts|js|gz)$/;

/** The data sets and their loaders, by path. */
export async function collectData(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(root, 'data');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `data${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`)
    // What was downloaded is too large, and students can download it too.
    .filter((path) => released.test(path) && !staffs.test(path) && !/(?:^|\/)\./.test(path))
    .toSorted();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, ...path.split('/')))] as const)),
  );
}
