import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveKindOf, unpackArchive } from '../../pipeline/submission';
import { assignPaths, attachedPaths, isFlat, type RequestedFiles } from './assignPaths';
import { numberIn } from './fileNames';
import type { Delivery } from './types';

/** An imported submission. */
export interface Placed {
  /** Name of the folder or archive, in the batch's folder. */
  readonly name: string;
  /** Paths in the folder; empty for an archive. */
  readonly files: readonly string[];
  readonly remarks: readonly string[];
}

interface PlaceOptions extends RequestedFiles {
  readonly download: string;
  readonly out: string;
  readonly name: string;
}

interface Candidate {
  /** Path on disk. */
  readonly source: string;
  readonly order: number;
  /** The student's name for it, with the number of the platform or browser. */
  readonly label: string;
}

/**
 * Copies a submission into the batch's folder: a single archive as it is, everything else as a folder, with the
 * course's files under their own names and paths. Of several files for one path the newest is used, with a remark.
 *
 * @param options.download - folder of the unpacked download
 * @param options.out - the batch's folder
 * @param options.name - name of the new folder or archive
 */
export async function placeDelivery(
  { files }: Delivery,
  { download, out, name, course, attachments }: PlaceOptions,
): Promise<Placed> {
  const remarks: string[] = [];
  const requested = { course, attachments };
  const archives = files.filter(({ path }) => archiveKindOf(path) !== undefined);
  const loose = files.filter(({ path }) => archiveKindOf(path) === undefined);
  const isRequested = (path: string): boolean => /\.[tj]s$/i.test(path) || attachedPaths(path, attachments).length > 0;
  const isAlone = archives.length === 1 && !loose.some(({ path }) => isRequested(path));
  const places = new Map<string, Candidate>();
  const place = (path: string, candidate: Candidate): void => {
    const before = places.get(path);
    const [newer, older] =
      before !== undefined && isNewer(before, candidate) ? [before, candidate] : [candidate, before];
    if (older !== undefined) remarks.push(`${path}: took ${newer.label}, not ${older.label}`);
    places.set(path, newer);
  };
  const temporary = await mkdtemp(join(out, '.importing-'));
  try {
    for (const [index, archive] of archives.entries()) {
      const source = join(download, archive.from);
      const { order } = archive;
      const folder = join(temporary, String(index));
      const unpacked = await unpackArchive(source, folder);
      if (unpacked.status === 'unpacked')
        remarks.push(...unpacked.skipped.map((entry) => `${archive.path}: ${entry.name} was skipped: ${entry.reason}`));
      // The grader itself reports a problem with a single archive.
      else if (!isAlone)
        remarks.push(
          `${archive.path} can't be read: ${unpacked.status === 'unreadable' ? unpacked.reason : unpacked.status}`,
        );
      if (isAlone && (unpacked.status !== 'unpacked' || !isFlat(unpacked.files, course))) {
        const target = `${name}.${archiveKindOf(archive.path) ?? 'zip'}`;
        await copyFile(source, join(out, target));
        return { name: target, files: [], remarks };
      }
      if (unpacked.status !== 'unpacked') {
        place(archive.path, { source, order, label: archive.path });
        continue;
      }
      const unpackedFiles = unpacked.files.map((path) => ({ path, from: join(folder, path), order }));
      for (const { path, file } of assignPaths(unpackedFiles, requested))
        place(path, { source: file.from, order, label: `${archive.path} › ${file.path}` });
    }
    for (const { path, file } of assignPaths(loose, requested))
      place(path, { source: join(download, file.from), order: file.order, label: file.path });
    // A file can't have the path of a folder.
    for (const path of places.keys())
      if ([...places.keys()].some((other) => other.startsWith(`${path}/`))) places.delete(path);
    await mkdir(join(out, name));
    for (const [path, { source }] of places) {
      await mkdir(dirname(join(out, name, path)), { recursive: true });
      await copyFile(source, join(out, name, path));
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  if (files.length === 0) remarks.push('no file was handed in');
  return { name, files: [...places.keys()].toSorted(), remarks };
}

function isNewer(a: Candidate, b: Candidate): boolean {
  return a.order === b.order ? numberIn(a.label) > numberIn(b.label) : a.order > b.order;
}
