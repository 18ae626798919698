import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveKindOf } from '../../pipeline/submission';
import { importFile } from './keptImport';
import { nameSubmissions } from './nameSubmissions';

/** One student's submission in the folder of a class. */
export interface ClassEntry {
  /** Name of the folder or archive. */
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

/** Archives that we can't read, but were most likely meant as submissions. */
const otherArchives = /\.(?:rar|7z|tar|gz|bz2|xz|zst|lzma|tbz2?|txz|zipx|iso)$/i;

/**
 * Lists the submissions in the folder of a class, without following links or opening files.
 *
 * @throws if the folder can't be read
 */
export async function findSubmissions(folder: string): Promise<ClassFolder> {
  const all = await readdir(folder, { withFileTypes: true });
  const kinds = all
    .map((one) => ({ entry: one.name, ...kindOf(one) }))
    .toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
  const found = kinds.filter(({ isSubmission }) => isSubmission);
  const names = nameSubmissions(found.map(({ entry }) => entry));
  const isImport = all.some(({ name }) => name === importFile);
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

interface Kind {
  readonly isSubmission: boolean;
  readonly problem: string | undefined;
}

function kindOf(entry: Dirent): Kind {
  const nothing: Kind = { isSubmission: false, problem: undefined };
  const unreadable = (problem: string): Kind => ({ isSubmission: true, problem });
  if (entry.name.startsWith('.') || entry.name === '__MACOSX') return nothing;
  if (entry.isDirectory()) return { isSubmission: true, problem: undefined };
  const isArchive = archiveKindOf(entry.name) !== undefined;
  // A link could lead to another student's work, or out of the folder.
  if (entry.isSymbolicLink()) return unreadable('it is a link; replace it with a copy of its target');
  if (entry.isFile() && isArchive) return { isSubmission: true, problem: undefined };
  if (isArchive || !entry.isFile()) return unreadable('it is neither a folder nor a regular file');
  return otherArchives.test(entry.name)
    ? unreadable('only folders, .zip and .tar.gz are read; pack it as one of these')
    : nothing;
}
