import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownDataFiles } from '../../bundling';
import type { CourseFolders } from '../../pipeline/course';

/**
 * Staff-only files: the capstone's test images with the programs that cut and distort them, tests, and their helpers.
 * Students have to write their own distortion.
 */
const staffs = /\.test\.|(?:^|\/)testing\/|^data\/digits\/(?:cut|cutDigits|distort)\.ts$/;
const released = /\.(?:md|ts|js|gz)$/;

/** The data sets and their loaders, by path: those of the engine and of the course. */
export async function collectData({ root, engine }: CourseFolders): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(engine, 'data');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `data${join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')}`)
    // Downloads are too large, and students can download them too.
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
