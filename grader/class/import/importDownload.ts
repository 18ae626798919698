import { mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Student } from '../roster';
import { unpackArchive } from '../../pipeline/submission';
import { isOfTools, type ArchiveLimits } from '../../pipeline/submission/archives';
import { writeTable } from '../../tables';
import type { CourseFiles } from './fileNames';
import { folderName } from './folderName';
import { matchDeliveries, type MatchedDelivery } from './matchDeliveries';
import { placeDelivery, type Placed } from './placeDelivery';
import { sortDownload } from './sortDownload';
import type { Platform } from './types';

/** A class's work, archives with `node_modules` in them included. */
const downloadLimits: ArchiveLimits = {
  entries: 1_000_000,
  files: 200_000,
  fileBytes: 500_000_000,
  totalBytes: 10_000_000_000,
  inflatedBytes: 20_000_000_000,
};

export interface ImportOptions {
  readonly platform: Platform;
  readonly students: readonly Student[];
  readonly course: CourseFiles;
  /** A folder that does not exist, or is empty. */
  readonly out: string;
}

/** What came of an import; as it stands it is `import.json`. */
export interface ImportReport {
  readonly schemaVersion: 1;
  readonly platform: Platform;
  readonly imported: readonly {
    readonly ids: readonly string[];
    readonly name: string;
    readonly label: string;
    readonly files: readonly string[];
    readonly submittedAt: string | null;
    readonly markedLate: boolean;
    readonly remarks: readonly string[];
  }[];
  readonly absent: readonly { readonly id: string; readonly name: string }[];
  readonly unmatched: readonly { readonly label: string; readonly reason: string }[];
  readonly remarks: readonly string[];
}

/**
 * Makes of a platform's bulk download the folder that `grader batch` takes: a folder or an archive a student, named by the id of the
 * roster; `roster.csv`, with the times that the platform tells; and `import.json`. All of it, or nothing.
 *
 * @throws in one sentence if the download can't be read, is of another platform, or matches nobody
 */
export async function importDownload(zip: string, { platform, students, course, out }: ImportOptions): Promise<ImportReport> {
  await mkdir(dirname(out), { recursive: true });
  const temporary = await mkdtemp(join(dirname(out), '.importing-'));
  try {
    const download = join(temporary, 'download');
    const unpacked = await unpackArchive(zip, download, { limits: downloadLimits, wanted: (path) => !isOfTools(path) });
    if (unpacked.status !== 'unpacked')
      throw new Error(`${basename(zip)} can't be read: ${unpacked.status === 'unreadable' ? unpacked.reason : unpacked.status}`);
    const { deliveries, strangers } = await sortDownload(download, unpacked.files, platform);
    const { matched, unmatched, remarks, absent } = matchDeliveries(deliveries, students);
    if (matched.length === 0) {
      const [first] = unmatched;
      throw new Error(
        `none of the ${deliveries.length} hand-ins is of anybody in the roster; is it the right one? ${first?.label ?? ''}: ${first?.reason ?? ''}`,
      );
    }
    const folder = join(temporary, 'out');
    await mkdir(folder);
    const { imported, groups } = await placeAll(matched, { download, folder, course });
    const report: ImportReport = {
      schemaVersion: 1,
      platform,
      imported,
      absent: absent.map(({ id, name }) => ({ id, name })),
      unmatched: [...unmatched, ...strangers.map(({ file, reason }) => ({ label: file, reason }))],
      remarks: [...remarks, ...unpacked.skipped.map(({ name, reason }) => `${name} was passed over: ${reason}`)],
    };
    await writeFile(join(folder, 'roster.csv'), rosterTable(students, matched, groups));
    await writeFile(join(folder, 'import.json'), `${JSON.stringify(report, undefined, 2)}\n`);
    // An empty folder may be in the way.
    await rmdir(out).catch(() => undefined);
    await rename(folder, out);
    return report;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface PlacedAll {
  readonly imported: ImportReport['imported'];
  /** Groups that the platform tells and the roster doesn't, by the member's id. */
  readonly groups: ReadonlyMap<string, string>;
}

async function placeAll(
  matched: readonly MatchedDelivery[],
  { download, folder, course }: { readonly download: string; readonly folder: string; readonly course: CourseFiles },
): Promise<PlacedAll> {
  const imported: ImportReport['imported'][number][] = [];
  const groups = new Map<string, string>();
  const taken = new Set<string>();
  for (const { delivery, members } of matched) {
    const isNewGroup = members.length > 1 && members.every(({ group }) => group === '');
    if (isNewGroup) for (const { id } of members) groups.set(id, delivery.label);
    // Those who share a group share the first one's; others who handed in together each get a copy.
    const isShared = isNewGroup || members.every(({ group }) => group !== '' && group === members[0]?.group);
    for (const owners of isShared ? [members] : members.map((member) => [member])) {
      const name = folderName(owners[0]?.id ?? '', taken);
      taken.add(name.toLowerCase());
      const placed: Placed = await placeDelivery(delivery, { download, out: folder, name, course });
      imported.push({
        ids: owners.map(({ id }) => id),
        name: placed.name,
        label: delivery.label,
        files: placed.files,
        submittedAt: delivery.submittedAt?.toISOString() ?? null,
        markedLate: delivery.isLate,
        remarks: placed.remarks,
      });
    }
  }
  return { imported, groups };
}

/** The roster with what the platform tells. Where it tells nothing, what stood there stays; files' own times say nothing. */
function rosterTable(students: readonly Student[], matched: readonly MatchedDelivery[], groups: ReadonlyMap<string, string>): string {
  const times = new Map(matched.flatMap(({ delivery, members }) => members.map(({ id }) => [id, delivery.submittedAt] as const)));
  return writeTable(
    ['name', 'id', 'email', 'submittedAt', 'extendedUntil', 'group'],
    students.map(({ name, id, email, submittedAt, extendedUntil, group }) => [
      name,
      id,
      email,
      (times.get(id) ?? submittedAt)?.toISOString(),
      extendedUntil?.toISOString(),
      groups.get(id) ?? group,
    ]),
  );
}
