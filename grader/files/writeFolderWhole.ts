import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CannotWrite } from './writeWhole';

/** Whether a new folder can be written there: the path doesn't exist, or is an empty folder. */
export async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Writes a new folder with these files, by relative path, atomically.
 *
 * @throws CannotWrite in one sentence if it can't be written
 */
export async function writeFolderWhole(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  advice?: string,
): Promise<void> {
  const temporary = `${resolve(folder)}.${process.pid}.tmp`;
  try {
    await mkdir(temporary, { recursive: true });
    for (const [path, content] of files) {
      const file = join(temporary, ...path.split('/'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    // On some systems an existing empty folder prevents the rename.
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    throw new CannotWrite(folder, error as NodeJS.ErrnoException, advice);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
