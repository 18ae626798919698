import { createHash, type Hash } from 'node:crypto';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { innerArchive, isSourceFile, isOfTools } from '../../pipeline/submission';

/**
 * Larger files are hashed by their beginning and size: no source is that long, and an archive of videos would take
 * minutes.
 */
const maxBytes = 64 * 2 ** 20;
/** A folder with more files than any submission is identified by its first ones. */
const maxFiles = 2_000;

/**
 * Hashes what a submission is graded from: an archive's bytes, or the names and contents of a folder's sources and archives. Shows
 * whether a submission has changed since it was graded. Links are hashed by their target path, and not followed.
 */
export async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  // An entry whose name is not UTF-8 has no path as text; see `entryOf`.
  if (path.endsWith('/')) return hash.digest('hex').slice(0, 32);
  const status = await lstat(path);
  if (status.isSymbolicLink()) hash.update(`link ${await readlink(path)}`);
  else if (status.isDirectory()) {
    const { found, unreadable } = await sourcesIn(path);
    for (const below of unreadable) hash.update(`\nunreadable ${below}\n`);
    for (const file of found) {
      hash.update(`\n${file}\n`);
      await addFile(hash, join(path, file));
    }
  } else await addFile(hash, path);
  return hash.digest('hex').slice(0, 32);
}

async function sourcesIn(
  folder: string,
): Promise<{ readonly found: readonly string[]; readonly unreadable: readonly string[] }> {
  const found: string[] = [];
  const unreadable: string[] = [];
  const look = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      unreadable.push(`${below} ${String((error as NodeJS.ErrnoException).code)}`);
      return [];
    });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= maxFiles) return;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isOfTools(path)) continue;
      if (entry.isDirectory()) await look(path);
      else if (isSourceFile(path) || innerArchive.test(path)) found.push(path);
    }
  };
  await look('');
  return { found, unreadable };
}

async function addFile(hash: Hash, path: string): Promise<void> {
  const noteUnreadable = (): void => void hash.update('unreadable');
  const status = await lstat(path).catch(noteUnreadable);
  if (status?.isSymbolicLink() === true) hash.update(`link ${await readlink(path)}`);
  // Opening a pipe or device would block forever.
  if (status?.isFile() !== true) return;
  hash.update(`${status.size} `);
  const file = await open(path).catch(noteUnreadable);
  if (file === undefined) return;
  try {
    for await (const chunk of file.createReadStream({ end: maxBytes - 1, autoClose: false }))
      hash.update(chunk as Buffer);
  } finally {
    await file.close();
  }
}
