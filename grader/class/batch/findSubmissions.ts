import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveKindOf } from '../../pipeline/submission';
import { importFile } from './keptImport';
import { nameSubmissions } from './nameSubmissions';

/** One student's submission in the folder of a class. */
export interface ClassEntry {
  /** Name of the folder or archive; see `entryOf` for one that is not UTF-8. */
  readonly entry: string;
  /** Name in results: the entry without an archive's extension, unless that is unsafe as a file name. */
  readonly name: string;
  readonly path: string;
  /** Why it can't be read; undefined if nothing is known yet. */
  readonly problem: string | undefined;
}

export interface ClassFolder {
  /** Sorted by entry. */
  readonly submissions: readonly ClassEntry[];
  /** Loose files and hidden folders, which are not submissions. */
  readonly ignored: readonly string[];
  /** Submissions that could not keep their names, and why. */
  readonly renamed: readonly { readonly entry: string; readonly name: string; readonly reason: string }[];
}

/** Files that an import writes next to the submissions. */
const filesOfImport = [importFile, 'roster.csv'];

const notUtf8 = 'its name is not UTF-8; rename it';

/** Archives that we can't read, but were most likely meant as submissions. */
const otherArchives = /\.(?:rar|7z|tar|gz|bz2|xz|zst|lzma|tbz2?|txz|zipx|iso)$/i;

/**
 * Lists the submissions in the folder of a class, without following links or opening files.
 *
 * @throws if the folder can't be read
 */
export async function findSubmissions(folder: string): Promise<ClassFolder> {
  const all = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const kinds = all
    .map((one) => {
      const entry = entryOf(one.name);
      const kind = kindOf(entry.replace(/\/$/, ''), one);
      return { entry, ...(entry.endsWith('/') && kind.isSubmission ? unreadable(notUtf8) : kind) };
    })
    .toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
  const found = kinds.filter(({ isSubmission }) => isSubmission);
  const names = nameSubmissions(found.map(({ entry }) => entry));
  const isImport = kinds.some(({ entry }) => entry === importFile);
  const isOurs = (entry: string): boolean => entry === '.gitignore' || (isImport && filesOfImport.includes(entry));
  return {
    submissions: found.map(({ entry, problem }) => ({
      entry,
      name: names.get(entry)?.name ?? entry,
      path: join(folder, entry),
      problem,
    })),
    ignored: kinds.filter(({ entry, isSubmission }) => !isSubmission && !isOurs(entry)).map(({ entry }) => entry),
    renamed: [...names].flatMap(([entry, { name, reason }]) => (reason === undefined ? [] : [{ entry, name, reason }])),
  };
}

/**
 * A name as text. Bytes that are not UTF-8 are written as `%C4`, with a slash at the end, which no name contains: read
 * as text, all such names would be the same.
 */
function entryOf(name: Buffer): string {
  if (isUtf8(name)) return name.toString();
  const signs = [...name].map((byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`,
  );
  return `${signs.join('')}/`;
}

interface Kind {
  readonly isSubmission: boolean;
  readonly problem: string | undefined;
}

function unreadable(problem: string): Kind {
  return { isSubmission: true, problem };
}

function kindOf(name: string, entry: Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>): Kind {
  const nothing: Kind = { isSubmission: false, problem: undefined };
  if (name.startsWith('.') || name === '__MACOSX') return nothing;
  if (entry.isDirectory()) return { isSubmission: true, problem: undefined };
  const isArchive = archiveKindOf(name) !== undefined;
  // A link could lead to another student's work, or out of the folder.
  if (entry.isSymbolicLink()) return unreadable('it is a link; replace it with a copy of its target');
  if (entry.isFile() && isArchive) return { isSubmission: true, problem: undefined };
  if (isArchive || !entry.isFile()) return unreadable('it is neither a folder nor a regular file');
  return otherArchives.test(name)
    ? unreadable('only folders, .zip and .tar.gz are read; pack it as one of these')
    : nothing;
}
