import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to write, with its name in the folder. */
export type NamedFiles = ReadonlyMap<string, string | Uint8Array>;

/** Writes files into a folder, replacing older ones: either all of them, or none if one can't be written. */
export async function writeHandIns(folder: string, files: NamedFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  const waiting = await mkdtemp(join(folder, '.writing-'));
  try {
    for (const [name, content] of files) await writeFile(join(waiting, name), content);
    for (const name of files.keys()) await rename(join(waiting, name), join(folder, name));
  } finally {
    await rm(waiting, { recursive: true, force: true });
  }
}
