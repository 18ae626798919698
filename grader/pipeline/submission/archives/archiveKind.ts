import { open } from 'node:fs/promises';
import { ArchiveDamage } from './types';

export type ArchiveKind = 'zip' | 'tar.gz';

const endings: readonly (readonly [string, ArchiveKind])[] = [
  ['.zip', 'zip'],
  ['.tar.gz', 'tar.gz'],
  ['.tgz', 'tar.gz'],
];

/** First bytes, in hex, of archives and of files that are often handed in instead of one. */
const beginnings: readonly (readonly [string, string])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['1f8b', 'tar.gz'],
  ['526172211a07', 'RAR archive'],
  ['377abcaf271c', '7z archive'],
  ['fd377a585a00', 'xz archive'],
  ['425a68', 'bzip2 archive'],
  ['25504446', 'PDF'],
  ['3c21444f43', 'web page'],
  ['3c68746d6c', 'web page'],
];

/** The kind of archive that a file's name indicates; undefined if it is none we can read. */
export function archiveKindOf(name: string): ArchiveKind | undefined {
  return endings.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1];
}

/** `alice` for `alice.tar.gz`; other names stay the same. */
export function withoutArchiveEnding(name: string): string {
  const ending = endings.find(([one]) => name.toLowerCase().endsWith(one))?.[0] ?? '';
  return name.length > ending.length ? name.slice(0, name.length - ending.length) : name;
}

/**
 * The kind of an archive, by its name and its first bytes, which must agree: other tools can't open a file with a wrong
 * name.
 *
 * @throws ArchiveDamage if it is not an archive
 */
export async function archiveKind(path: string): Promise<ArchiveKind> {
  const named = archiveKindOf(path);
  if (named === undefined) throw new ArchiveDamage(`it is ${await describe(path)}; hand in a .zip or .tar.gz`);
  const found = await beginningOf(path);
  if (found.what === named) return named;
  if (found.bytes === 0) throw new ArchiveDamage('it is an empty file');
  if (found.what === undefined)
    throw new ArchiveDamage(`it is no ${named}, whatever its name says; make the archive again`);
  if (found.what === 'zip' || found.what === 'tar.gz') {
    throw new ArchiveDamage(`it is named .${named}, but it is a ${found.what}; give it the name that fits`);
  }
  throw new ArchiveDamage(`it is named .${named}, but it is a ${found.what}; hand in a .zip or .tar.gz`);
}

async function describe(path: string): Promise<string> {
  const { what } = await beginningOf(path);
  if (what === undefined) return 'not an archive that can be read';
  return what === 'zip' || what === 'tar.gz' ? `a ${what} by another name` : `a ${what}`;
}

async function beginningOf(path: string): Promise<{ readonly bytes: number; readonly what: string | undefined }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    const hex = buffer.subarray(0, bytesRead).toString('hex');
    return { bytes: bytesRead, what: beginnings.find(([beginning]) => hex.startsWith(beginning))?.[1] };
  } finally {
    await file.close();
  }
}
