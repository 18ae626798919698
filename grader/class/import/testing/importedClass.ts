import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findSubmissions } from '../../batch/findSubmissions';
import { keepOwners, readOwners } from '../../batch/owners';
import { matchRoster, readRoster } from '../../roster';
import { student } from '../../roster/testing/samples';
import { madeZip, type ZipEntry } from '../../../pipeline/submission/archives/testing/madeZip';
import { withFiles } from '../../../files/testing/withFiles';
import { importDownload, type ImportReport } from '../importDownload';
import type { Platform } from '../types';

export const course = new Map([
  ['losses.ts', '03-losses'],
  ['optimizers.ts', '06-optimizers'],
]);

export const jane = student('s1', { name: 'Jane Marie Doe', email: 'jane@example.org' });

export const bob = student('s2', { name: 'Bob Stone', email: 'bob@example.org' });

export const wang = student('s3', { name: '王小明' });

export const class3 = [jane, bob, wang];

export interface Imported {
  readonly report: ImportReport;
  /** Content by path in the folder; of archives, their bytes' number. */
  readonly files: Readonly<Record<string, string>>;
  readonly roster: Awaited<ReturnType<typeof readRoster>>;
}

export async function imported(
  platform: Platform,
  entries: readonly ZipEntry[],
  students = class3,
  more: Partial<Parameters<typeof importDownload>[1]> = {},
): Promise<Imported> {
  return withFiles({ 'in/download.zip': madeZip(entries) }, async (folder) => {
    const out = join(folder, 'out');
    const report = await importDownload(join(folder, 'in/download.zip'), { platform, students, course, out, ...more });
    // Nothing is left beside it.
    expect((await readdir(folder)).toSorted()).toEqual(['in', 'out']);
    expect(JSON.parse(await readFile(join(out, 'import.json'), 'utf8'))).toEqual(report);
    const roster = await readRoster(join(out, 'roster.csv'));
    const files: Record<string, string> = {};
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(out.length + 1);
      const isOurs = ['import.json', 'roster.csv', '.gitignore'].includes(name);
      if (entry.isFile() && !isOurs) files[name] = await readFile(path, 'utf8');
    }
    // A batch finds everybody by the same rules.
    const { submissions } = await findSubmissions(out);
    await keepOwners(out, folder, submissions);
    const names = submissions.map(({ name }) => name);
    expect(matchRoster(roster, names, await readOwners(folder)).unmatched).toEqual([]);
    await rm(join(folder, 'owners.json'));
    return { report, files, roster };
  });
}
