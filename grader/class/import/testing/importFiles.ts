import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findSubmissions } from '../../batch/findSubmissions';
import { keepOwners, readOwners } from '../../batch/owners';
import { matchRoster, readRoster, type Student } from '../../roster';
import { madeZip, type ZipEntry } from '../../../pipeline/submission/archives/testing/madeZip';
import { withFiles } from '../../../files/testing/withFiles';
import { importDownload, type ImportOptions, type ImportReport } from '../importDownload';

export interface Imported {
  readonly report: ImportReport;
  readonly roster: readonly Student[];
  /** Submission of each student, as a batch finds it. */
  readonly found: Readonly<Record<string, string>>;
  /** Texts of the students' files, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Imports a zip, or a folder of files by path. */
export async function importFiles(
  source: readonly ZipEntry[] | Readonly<Record<string, string>>,
  options: Omit<ImportOptions, 'out'>,
): Promise<Imported> {
  const isZip = Array.isArray(source);
  const download = isZip
    ? { 'in/download.zip': madeZip(source as readonly ZipEntry[]) }
    : Object.fromEntries(Object.entries(source).map(([path, text]) => [`in/download/${path}`, text]));
  return withFiles(download, async (folder) => {
    const out = join(folder, 'out');
    const report = await importDownload(join(folder, 'in', isZip ? 'download.zip' : 'download'), { ...options, out });
    // No temporary files are left.
    expect((await readdir(folder)).toSorted()).toEqual(['in', 'out']);
    expect(JSON.parse(await readFile(join(out, 'import.json'), 'utf8'))).toEqual(report);
    const files: Record<string, string> = {};
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(out.length + 1);
      const isOurs = ['import.json', 'roster.csv', '.gitignore'].includes(path);
      if (entry.isFile() && !isOurs) files[path] = await readFile(join(out, path), 'utf8');
    }
    const roster = await readRoster(join(out, 'roster.csv'));
    const { submissions } = await findSubmissions(out);
    await keepOwners(out, folder, submissions);
    const names = submissions.map(({ name }) => name);
    const { submissionOf, unmatched } = matchRoster(roster, names, await readOwners(folder));
    expect(unmatched).toEqual([]);
    return { report, roster, found: Object.fromEntries(submissionOf), files };
  });
}
