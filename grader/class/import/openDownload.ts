import { lstat, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isOfTools, unpackArchive, whyUnreadable } from '../../pipeline/submission';
import { ifAbsent } from '../../files';
import type { ArchiveLimits, SkippedEntry } from '../../pipeline/submission/archives';

/** For a whole class, including archives that contain `node_modules`. */
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
  /** Relative to the folder. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedEntry[];
}

/**
 * Opens a download: unpacks an archive into `temporary`; lists a folder, which some browsers make of it, in place.
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
  const list = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      if (below === '') throw error;
      skipped.push({ name: below, reason: whyUnreadable(error) });
      return [];
    });
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isOfTools(path)) continue;
      if (entry.isDirectory()) await list(path);
      else if (entry.isFile()) files.push(path);
      else skipped.push({ name: path, reason: 'it is not a regular file' });
    }
  };
  await list('');
  return { folder, files: files.toSorted(), skipped };
}

/** The prefix of an unfinished import's folder; its process id shows whether the import was killed. */
export const temporaryPrefix = `.importing-${process.pid}-`;

/** Removes the folders of killed imports. */
export async function removeStaleImports(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(ifAbsent([]))) {
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
