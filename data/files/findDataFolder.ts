import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DataError } from './DataError';

let courseFolders: readonly string[] = [];

/** Sets the folders of the course and its engine, for a program that runs elsewhere: data folders are searched there first. */
export function lookForDataIn(...folders: readonly string[]): void {
  courseFolders = folders;
}

/**
 * The folder of a data set, `data/NAME` in the course's folder.
 *
 * A bundle doesn't know the path of its sources, and may be in a cache folder, so this searches upwards: first from the
 * course's folder, if set, or the running code; then from the current folder.
 *
 * @param name - of the folder inside `data`
 * @param starts - where to start searching
 * @throws DataError if no parent folder has it
 */
export function findDataFolder(
  name: string,
  starts: readonly string[] = [...(courseFolders.length === 0 ? [here()] : courseFolders), process.cwd()],
): string {
  for (const start of starts) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      const found = join(folder, 'data', name);
      // The README distinguishes a data set from a folder that happens to have its name.
      if (existsSync(join(found, 'README.md'))) return found;
      if (folder === dirname(folder)) break;
    }
  }
  throw new DataError({
    en: `There is no folder data/${name} here or above. Run this from the course's folder, or name the data's folder.`,
    zh: `这里和上级目录中都没有 data/${name} 文件夹。请在课程的文件夹中运行，或指定数据所在的文件夹。`,
  });
}

// Undefined in a bundle of ES modules.
function here(): string {
  return typeof __dirname === 'string' ? __dirname : '';
}
