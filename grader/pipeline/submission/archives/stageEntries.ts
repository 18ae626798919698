import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entryPath } from './entryPath';
import type { ArchiveLimits } from './limits';
import { ArchiveDamage, type ArchiveEntry, type SkippedEntry } from './types';

/** A wanted file, stored under a number until it is moved to its path. */
export interface StagedFile {
  readonly path: string;
  readonly waiting: string;
}

export interface Staged {
  readonly staged: readonly StagedFile[];
  readonly skipped: readonly SkippedEntry[];
  /** Names of some unwanted files. */
  readonly others: readonly string[];
}

export interface StageOptions {
  readonly folder: string;
  readonly limits: ArchiveLimits;
  readonly wanted: (path: string, bytes: number) => boolean;
}

/**
 * Writes the wanted files of an archive into a folder, under numbers, so that their names can do no harm yet.
 *
 * @throws ArchiveDamage if the archive is damaged or exceeds the limits
 */
export async function stageEntries(
  entries: AsyncIterable<ArchiveEntry>,
  { folder, limits, wanted }: StageOptions,
): Promise<Staged> {
  const staged: StagedFile[] = [];
  const skipped: SkippedEntry[] = [];
  const others: string[] = [];
  let count = 0;
  let bytesLeft = limits.totalBytes;
  for await (const entry of entries) {
    count += 1;
    if (count > limits.entries)
      throw new ArchiveDamage(`it has more than ${limits.entries} entries; hand in the source files only`);
    if (entry.kind === 'folder') continue;
    const place = entryPath(entry.name);
    const isWanted = wanted(place.status === 'path' ? place.path : entry.name.replace(/[\\/]+/g, '/'), entry.bytes);
    if (!isWanted) {
      if (others.length < 1000) others.push(entry.name.slice(0, 300));
      continue;
    }
    const waiting = join(folder, String(count));
    let reason = place.status === 'refused' ? place.reason : reasonToSkip(entry, limits);
    if (reason === undefined) {
      if (staged.length === limits.files)
        throw new ArchiveDamage(`it has more than ${limits.files} source files; hand in your own only`);
      bytesLeft -= entry.bytes;
      if (bytesLeft < 0)
        throw new ArchiveDamage(`its files have more than ${limits.totalBytes} bytes; hand in the source files only`);
      reason = await write(entry, waiting);
    }
    if (reason !== undefined) skipped.push({ name: entry.name.slice(0, 300), reason });
    else if (place.status === 'path') staged.push({ path: place.path, waiting });
  }
  return { staged, skipped, others };
}

function reasonToSkip({ kind, bytes, locked }: ArchiveEntry, limits: ArchiveLimits): string | undefined {
  if (kind === 'link') return 'it is a link; put the file itself into the archive';
  if (kind === 'special') return 'it is not a regular file';
  if (bytes > limits.fileBytes) return `it has ${bytes} bytes; at most ${limits.fileBytes} are unpacked`;
  return locked;
}

/** @returns why it could not be written, if that is the archive's fault */
async function write(entry: ArchiveEntry, path: string): Promise<string | undefined> {
  const file = await open(path, 'wx', 0o644);
  let bytes = 0;
  try {
    for await (const chunk of entry.content()) {
      bytes += chunk.length;
      if (bytes > entry.bytes) throw new ArchiveDamage('it is larger than the archive says');
      await file.writeFile(chunk);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    await rm(path, { force: true });
    return error.message;
  } finally {
    await file.close();
  }
}
