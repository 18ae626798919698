import { mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { jsonText } from '../../files';
import { hideFromGit } from '../batch/hideFromGit';
import { timeNotes, type Student } from '../roster';
import type { AssignmentFile } from '../../pipeline/submission';
import type { CourseFiles } from './fileNames';
import { folderName } from './folderName';
import { inspectPlaced } from './inspectPlaced';
import { matchDeliveries, type Settled } from './matchDeliveries';
import { mergeCopies, type HandedInFile, type MergedDelivery } from './mergeCopies';
import { openDownload, removeStaleImports, temporaryPrefix } from './openDownload';
import { placeDelivery, type Placed } from './placeDelivery';
import { rosterTable } from './rosterTable';
import { setAside } from './setAside';
import { nameOf, sortDownload } from './sortDownload';
import type { Delivery, Platform } from './types';
import { undoNumbers } from './undoNumbers';

export interface ImportOptions {
  readonly platform: Platform;
  readonly students: readonly Student[];
  readonly course: CourseFiles;
  /** The course's assignments with their exports; without them, files are recognised only by name. */
  readonly assignments?: readonly AssignmentFile[];
  /** Other requested files, such as `report.pdf`, by assignment. */
  readonly attachments?: ReadonlyMap<string, readonly string[]> | undefined;
  /** The download's assignment, if known. */
  readonly assignment?: string | undefined;
  /** Owners given by a person. */
  readonly settled?: Settled;
  /** The format of paths, for the platform `pattern`. */
  readonly pattern?: RegExp | undefined;
  /** A folder that does not exist, or is empty. */
  readonly out: string;
  /** Aborts the import, and removes all that it wrote. */
  readonly signal?: AbortSignal | undefined;
}

/** The outcome of an import, and the content of `import.json`. */
export interface ImportReport {
  readonly schemaVersion: 1;
  readonly platform: Platform;
  readonly imported: readonly {
    readonly ids: readonly string[];
    readonly name: string;
    readonly label: string;
    readonly files: readonly string[];
    readonly handedInAs: readonly HandedInFile[];
    /** Ids of the assignments whose file was recognised. */
    readonly assignments: readonly string[];
    readonly submittedAt: string | null;
    readonly markedLate: boolean;
    readonly remarks: readonly string[];
  }[];
  readonly absent: readonly { readonly id: string; readonly name: string }[];
  readonly unmatched: readonly { readonly label: string; readonly reason: string }[];
  readonly remarks: readonly string[];
}

/**
 * Turns a platform's bulk download, an archive or a folder, into a folder for `grader batch`: a folder or an archive
 * for each student, named by the roster's id; `roster.csv`, with the platform's times and late marks; and
 * `import.json`. It is written completely or not at all.
 *
 * @throws in one sentence if the download can't be read, is from another platform, or matches no one
 */
export async function importDownload(source: string, options: ImportOptions): Promise<ImportReport> {
  const { platform, students, settled, pattern, out, signal } = options;
  await mkdir(dirname(out), { recursive: true });
  await removeStaleImports(dirname(out));
  const temporary = await mkdtemp(join(dirname(out), temporaryPrefix));
  try {
    const { folder: download, files, skipped } = await openDownload(source, temporary, signal);
    const isSkipped = new Set(skipped.map(({ name }) => name));
    const { deliveries: all, unplaced } = await sortDownload(download, [...files, ...isSkipped], { platform, pattern });
    const { deliveries, unreadable } = setAside(all, skipped);
    const { matched, unmatched: unknown, remarks, absent } = matchDeliveries(deliveries, students, settled);
    const unmatched = [...unreadable, ...unknown];
    if (matched.length === 0) {
      const [first] = unmatched;
      throw new Error(
        `no submission matches anyone in the roster; is it the right one? ${first?.label ?? ''}: ${first?.reason ?? ''}`,
      );
    }
    const folder = join(temporary, 'out');
    await mkdir(folder);
    const merged = await mergeCopies(matched, download);
    const { imported, groups } = await placeAll(merged, { ...options, download, folder });
    const report: ImportReport = {
      schemaVersion: 1,
      platform,
      imported,
      absent: absent.map(({ id, name }) => ({ id, name })),
      unmatched: [
        ...unmatched,
        ...unplaced.filter(({ file }) => !isSkipped.has(file)).map(({ file, reason }) => ({ label: file, reason })),
      ],
      remarks: [
        ...remarks,
        ...timeNotes(matched.flatMap(({ delivery, members }) => (delivery.submittedAt === undefined ? members : []))),
        ...skipped.map(({ name, reason }) => `${name} was skipped: ${reason}`),
      ],
    };
    const update = { matched: merged, groups, platform: nameOf[platform], assignment: options.assignment };
    await writeFile(join(folder, 'roster.csv'), rosterTable(students, update));
    await writeFile(join(folder, 'import.json'), jsonText(report));
    await hideFromGit(folder);
    // An empty folder may exist.
    await rmdir(out).catch(() => undefined);
    await rename(folder, out);
    return report;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface PlacedAll {
  readonly imported: ImportReport['imported'];
  /** Groups that only the platform knows, by the member's id. */
  readonly groups: ReadonlyMap<string, string>;
}

interface PlaceOptions extends ImportOptions {
  readonly download: string;
  readonly folder: string;
}

async function placeAll(matched: readonly MergedDelivery[], options: PlaceOptions): Promise<PlacedAll> {
  const { download, folder, course, attachments, platform, signal } = options;
  const assignments = options.assignments ?? [...course].map(([file, id]) => ({ id, file }));
  const imported: ImportReport['imported'][number][] = [];
  const groups = new Map<string, string>();
  const taken = new Set<string>();
  for (const { delivery: given, members, team, handedInAs } of matched) {
    const delivery: Delivery = platform === 'canvas' ? await undoNumbers(given, download) : given;
    const isNewGroup = members.length > 1 && members.every(({ group }) => group === '');
    if (isNewGroup) for (const { id } of members) groups.set(id, team ?? delivery.label);
    // Members of one group share a folder; others who handed in together each get a copy.
    const isShared = isNewGroup || members.every(({ group }) => group !== '' && group === members[0]?.group);
    for (const owners of isShared ? [members] : members.map((member) => [member])) {
      signal?.throwIfAborted();
      const name = folderName(owners[0]?.id ?? '', taken);
      taken.add(name.toLowerCase());
      const placed: Placed = await placeDelivery(delivery, { download, out: folder, name, course, attachments });
      const work = await inspectPlaced(folder, placed.name, assignments);
      imported.push({
        ids: owners.map(({ id }) => id),
        name: placed.name,
        label: delivery.label,
        files: placed.files,
        handedInAs,
        assignments: work.found,
        submittedAt: delivery.submittedAt?.toISOString() ?? null,
        markedLate: delivery.isLate,
        remarks: [...new Set([...placed.remarks, ...work.remarks])],
      });
    }
  }
  return { imported, groups };
}
