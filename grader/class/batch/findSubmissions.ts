import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveKindOf } from '../../pipeline/submission';
import { importFile } from './keptImport';
import { nameSubmissions } from './nameSubmissions';

/** One student's hand-in, as it lies in the folder of a class. */
export interface ClassEntry {
  /** Name of the folder or archive. */
  readonly entry: string;
  /**
   * What it is called in results: the same, without an archive's ending, unless that would be no good name for a file.
   */
  readonly name: string;
  readonly path: string;
  /** Why it can't be read at all; undefined where that is to be seen. */
  readonly problem: string | undefined;
}

export interface ClassFolder {
  /** In the order of their entries' names. */
  readonly submissions: readonly ClassEntry[];
  /** Loose files and hidden folders, which are no one's hand-in. */
  readonly ignored: readonly string[];
  /** Those that could not keep their names, and why. */
  readonly renamed: readonly { readonly entry: string; readonly name: string; readonly reason: string }[];
}

/** What an import puts beside the submissions. */
const filesOfImport = [importFile, 'roster.csv'];

/** What was most likely meant as an archive, though we can't read it. */
const otherArchives = /\.(?:rar|7z|tar|gz|bz2|xz|zst|lzma|tbz2?|txz|zipx|iso)$/i;

/**
 * Looks at what lies in the folder of a class, without following links or opening anything.
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
  // A link could lead to another student's work, or out of the class altogether.
  if (entry.isSymbolicLink()) return unreadable('it is a link; put a copy of what it leads to in its place');
  if (entry.isFile() && isArchive) return { isSubmission: true, problem: undefined };
  if (isArchive || !entry.isFile()) return unreadable('it is neither a folder nor a regular file');
  return otherArchives.test(entry.name)
    ? unreadable('only folders, .zip and .tar.gz are read; pack it as one of these')
    : nothing;
}
