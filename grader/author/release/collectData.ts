import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownDataFiles } from '../../bundling';
import type { CourseFolders } from '../../pipeline/course';

/**
 * What stays with the staff: the images that mark the capstone with the programs that cut and distort them, tests, and
 * their helpers. Students are to find ways of their own to distort.
 */
const staffs = /\.test\.|(?:^|\/)testing\/|^data\/digits\/(?:cut|cutDigits|distort)\.ts$/;
const released = /\.(?:md|ts|js|gz)$/;

/** The data sets and their loaders, by path: the engine's, and what else the course has. */
export async function collectData({ root, engine }: CourseFolders): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(engine, 'data');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `data${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`)
    // What was downloaded is too large, and students can download it too.
    .filter((path) => released.test(path) && !staffs.test(path) && !/(?:^|\/)\./.test(path))
    .toSorted();
  const own = root === engine ? [] : await ownDataFiles(root);
  const read = async (from: string, path: string): Promise<readonly [string, Uint8Array]> => [
    path,
    await readFile(join(from, ...path.split('/'))),
  ];
  return new Map(
    await Promise.all([...paths.map((path) => read(engine, path)), ...own.map((path) => read(root, path))]),
  );
}
