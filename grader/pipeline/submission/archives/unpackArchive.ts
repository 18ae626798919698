import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileProblem } from '../../types';
import { archiveKind, archiveKindOf } from './archiveKind';
import { damage } from './damage';
import { findCollisions } from './findCollisions';
import { isOfTools, isSourceFile } from './isSourceFile';
import { submissionLimits, type ArchiveLimits } from './limits';
import { readTarGz } from './readTarGz';
import { readZip } from './readZip';
import { stageEntries } from './stageEntries';
import { ArchiveDamage, type ArchiveEntry, type Unpacked } from './types';

export interface UnpackOptions {
  readonly limits?: ArchiveLimits;
  /** Whether a file of this path and size matters; by default, source files do. All others are skipped. */
  readonly wanted?: (path: string, bytes: number) => boolean;
}

/**
 * Unpacks the relevant files of a `.zip` or `.tar.gz` into a new folder, completely or not at all.
 *
 * Note [Archives]: an archive is untrusted. Only regular files are written, as new files of ours, never executable, at
 * paths inside the folder on every system; bytes are counted as they are read, whatever the archive claims. An entry
 * that can't be read safely (a link, a path that leads out, a duplicate path, a password, a wrong checksum) is skipped
 * and listed; an archive that is damaged, or larger than the limits, is refused. Both are the sender's mistakes, so
 * both are values.
 *
 * @param destination - a folder that doesn't exist, inside one that does
 * @returns `unreadable` with the reason if the archive is refused; then nothing of it is left
 * @throws only for problems that are not the archive's fault, such as a full disk
 */
export async function unpackArchive(
  archive: string,
  destination: string,
  options: UnpackOptions = {},
): Promise<Unpacked | FileProblem> {
  const { limits = submissionLimits, wanted = isSourceFile } = options;
  const staging = await mkdtemp(join(dirname(destination), '.unpacking-'));
  try {
    const { staged, skipped, others } = await stageEntries(await entriesOf(archive, limits), {
      folder: staging,
      limits,
      wanted,
    });
    const { kept, collisions } = findCollisions(staged);
    if (kept.length + collisions.length + skipped.length === 0) throw new ArchiveDamage(nothingFound(others));
    const root = join(staging, 'files');
    await mkdir(root);
    for (const { path, waiting } of kept) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await rename(waiting, join(root, path));
    }
    await rename(root, destination);
    const ofStudent = others.filter((name) => !isOfTools(name));
    return {
      status: 'unpacked',
      files: kept.map(({ path }) => path),
      skipped: [...skipped, ...collisions],
      ...(ofStudent.length === 0 ? {} : { others: ofStudent }),
    };
  } catch (error) {
    if (error instanceof ArchiveDamage) return { status: 'unreadable', file: basename(archive), reason: error.message };
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function entriesOf(archive: string, limits: ArchiveLimits): Promise<AsyncIterable<ArchiveEntry>> {
  const kind = await archiveKind(archive).catch(damage);
  return kind === 'zip' ? readZip(archive) : readTarGz(archive, limits.inflatedBytes);
}

function nothingFound(others: readonly string[]): string {
  if (others.length === 0) return 'it is empty';
  const inner = others.find((name) => archiveKindOf(name) !== undefined || /\.(?:rar|7z)$/i.test(name));
  return inner === undefined
    ? 'it has no file of source code (.ts or .js) in it'
    : `it has no file of source code in it, but another archive, ${basename(inner)}; hand in that one`;
}
