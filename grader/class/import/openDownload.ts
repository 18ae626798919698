import { lstat, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isOfTools, unpackArchive } from '../../pipeline/submission';
import type { ArchiveLimits, SkippedEntry } from '../../pipeline/submission/archives';

/** A class's work, archives with `node_modules` in them included. */
const downloadLimits: ArchiveLimits = {
  entries: 1_000_000,
  files: 200_000,
  fileBytes: 500_000_000,
  totalBytes: 10_000_000_000,
  inflatedBytes: 20_000_000_000,
};

/** A platform's download, as files on disk. */
export interface Download {
  readonly folder: string;
  /** Relative to it. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedEntry[];
}

/**
 * Opens a download: an archive is unpacked below `temporary`, a folder, which some browsers make of it, is read where
 * it lies.
 *
 * @throws in one sentence if it can't be read
 */
export async function openDownload(source: string, temporary: string, signal?: AbortSignal): Promise<Download> {
  if ((await lstat(source)).isDirectory()) return listFolder(source);
  const folder = join(temporary, 'download');
  const wanted = (path: string): boolean => {
    signal?.throwIfAborted();
    return !isOfTools(path);
  };
  const unpacked = await unpackArchive(source, folder, { limits: downloadLimits, wanted });
  if (unpacked.status !== 'unpacked')
    throw new Error(
      `${basename(source)} can't be read: ${unpacked.status === 'unreadable' ? unpacked.reason : unpacked.status}`,
    );
  return { folder, files: unpacked.files, skipped: unpacked.skipped };
}

async function listFolder(folder: string): Promise<Download> {
  const files: string[] = [];
  const skipped: SkippedEntry[] = [];
  const look = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isOfTools(path)) continue;
      if (entry.isDirectory()) await look(path);
      else if (entry.isFile()) files.push(path);
      else skipped.push({ name: path, reason: 'it is not a regular file' });
    }
  };
  await look('');
  return { folder, files: files.toSorted(), skipped };
}

/**
 * What an import is called while it is under way: who begins it is known, so that it can be told from one whose process
 * was killed.
 */
export const temporaryPrefix = `.importing-${process.pid}-`;

/** Removes what killed imports have left in a folder. */
export async function removeLeftImports(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^\.importing-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
