import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findSubmissions } from '../../batch/findSubmissions';
import { keepOwners, readOwners } from '../../batch/owners';
import { matchRoster, readRoster, type Student } from '../../roster';
import { student } from '../../roster/testing/samples';
import { madeZip, type ZipEntry } from '../../../pipeline/submission/archives/testing/madeZip';
import { withFiles } from '../../../files/testing/withFiles';
import { importDownload, type ImportOptions, type ImportReport } from '../importDownload';

export const course = new Map([['losses.ts', '03-losses']]);

export const assignments = [{ id: '03-losses', file: 'losses.ts', exercises: [{ name: 'softmax' }] }];

export const answer = 'export function softmax(): void {}\n';

export const jane = student('123', { name: 'Jane Doe', email: 'jane@x.org' });

export const bob = student('124', { name: 'Bob Stone', email: 'bob@x.org' });

export interface Imported {
  readonly report: ImportReport;
  readonly roster: readonly Student[];
  /** Submission of each student, as a batch finds it. */
  readonly found: Readonly<Record<string, string>>;
  readonly text: (path: string) => string;
}

/** Imports a zip, or a folder of files. */
export async function imported(
  source: readonly ZipEntry[] | Readonly<Record<string, string>>,
  students: readonly Student[],
  options: Partial<ImportOptions> & Pick<ImportOptions, 'platform'>,
): Promise<Imported> {
  const isZip = Array.isArray(source);
  const files = isZip
    ? { 'in/download.zip': madeZip(source as readonly ZipEntry[]) }
    : Object.fromEntries(Object.entries(source).map(([path, text]) => [`in/download/${path}`, text]));
  return withFiles(files, async (folder) => {
    const [from, out] = [join(folder, 'in', isZip ? 'download.zip' : 'download'), join(folder, 'out')];
    const report = await importDownload(from, { students, course, assignments, out, ...options });
    const roster = await readRoster(join(out, 'roster.csv'));
    const { submissions } = await findSubmissions(out);
    await keepOwners(out, folder, submissions);
    const { submissionOf } = matchRoster(
      roster,
      submissions.map(({ name }) => name),
      await readOwners(folder),
    );
    const texts = new Map<string, string>();
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) texts.set(path.slice(out.length + 1), await readFile(path, 'utf8'));
    }
    return { report, roster, found: Object.fromEntries(submissionOf), text: (path) => texts.get(path) ?? '' };
  });
}
