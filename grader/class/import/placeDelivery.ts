import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveKindOf, unpackArchive } from '../../pipeline/submission';
import type { ArchiveKind } from '../../pipeline/submission/archives';
import { courseFileOf, numberIn, withoutNumber, type CourseFiles } from './fileNames';
import type { DeliveredFile, Delivery } from './types';

/** What became of one hand-in. */
export interface Placed {
  /** Name of the folder or archive, in the folder of the batch. */
  readonly name: string;
  /** Files by their path in it; of an archive that was taken as it is, none. */
  readonly files: readonly string[];
  readonly remarks: readonly string[];
}

/** What the course asks for. */
export interface AskedFiles {
  readonly course: CourseFiles;
  /** Names of what is handed in beside the code, by assignment: `report.pdf`. */
  readonly attachments?: ReadonlyMap<string, readonly string[]> | undefined;
}

interface PlaceOptions extends AskedFiles {
  readonly download: string;
  readonly out: string;
  readonly name: string;
}

interface Candidate {
  /** A file on disk. */
  readonly source: string;
  readonly order: number;
  /** How the student called it, with the platform's or browser's number. */
  readonly label: string;
}

/**
 * Puts a hand-in where a batch expects it: one archive as it is, all else as a folder, with the course's files where
 * they belong and called as they should be. Of files that are doubled the newest is taken, and said so.
 *
 * @param options.download - folder of the unpacked download
 * @param options.out - folder to put it in
 * @param options.name - what to call it
 */
export async function placeDelivery(
  { files }: Delivery,
  { download, out, name, course, attachments }: PlaceOptions,
): Promise<Placed> {
  const remarks: string[] = [];
  const archives = files.filter(({ path }) => archiveKindOf(path) !== undefined);
  const loose = files.filter(({ path }) => archiveKindOf(path) === undefined);
  const isAsked = (path: string): boolean =>
    isCode(path) || (attachments !== undefined && attachedPaths(path, attachments, new Set()).length > 0);
  const isAlone = archives.length === 1 && !loose.some(({ path }) => isAsked(path));
  const places = new Map<string, Candidate>();
  const place = (path: string, candidate: Candidate): void => {
    const before = places.get(path);
    const [newer, older] =
      before !== undefined && isNewer(before, candidate) ? [before, candidate] : [candidate, before];
    if (older !== undefined) remarks.push(`${path}: took ${newer.label}, not ${older.label}`);
    places.set(path, newer);
  };
  const temporary = await mkdtemp(join(out, '.importing-'));
  try {
    for (const [index, archive] of archives.entries()) {
      const folder = join(temporary, String(index));
      const unpacked = await unpackArchive(join(download, archive.from), folder);
      const problem =
        unpacked.status === 'unpacked'
          ? undefined
          : `can't be read: ${unpacked.status === 'unreadable' ? unpacked.reason : unpacked.status}`;
      const skipped = unpacked.status === 'unpacked' ? unpacked.skipped : [];
      // Of one that is left as it is whoever looks at it will say so.
      if (problem !== undefined && !isAlone) remarks.push(`${archive.path} ${problem}`);
      remarks.push(...skipped.map((entry) => `${archive.path}: ${entry.name} was passed over: ${entry.reason}`));
      // As it is, an archive says most to the grader; but what lies in no assignment's folder has to be put there.
      if (isAlone && (unpacked.status !== 'unpacked' || !isFlat(unpacked.files, course))) {
        const target = `${name}${endings[archiveKindOf(archive.path) ?? 'zip']}`;
        await copyFile(join(download, archive.from), join(out, target));
        return { name: target, files: [], remarks };
      }
      if (unpacked.status !== 'unpacked') {
        place(archive.path, { source: join(download, archive.from), order: archive.order, label: archive.path });
        continue;
      }
      placeAll(
        unpacked.files.map((path) => ({ path, from: join(folder, path), order: archive.order })),
        { course, attachments },
        (path, one) => place(path, { source: one.from, order: one.order, label: `${archive.path} › ${one.path}` }),
      );
    }
    placeAll(loose, { course, attachments }, (path, one) =>
      place(path, { source: join(download, one.from), order: one.order, label: one.path }),
    );
    for (const path of places.keys()) {
      if ([...places.keys()].some((other) => other.startsWith(`${path}/`))) places.delete(path);
    }
    await mkdir(join(out, name));
    for (const [path, { source }] of places) {
      await mkdir(dirname(join(out, name, path)), { recursive: true });
      await copyFile(source, join(out, name, path));
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  if (files.length === 0) remarks.push('no file was handed in');
  return { name, files: [...places.keys()].toSorted(), remarks };
}

const endings: Readonly<Record<ArchiveKind, string>> = { zip: '.zip', 'tar.gz': '.tar.gz' };

function isNewer(a: Candidate, b: Candidate): boolean {
  return a.order === b.order ? numberIn(a.label) > numberIn(b.label) : a.order > b.order;
}

/**
 * Files that lie in no assignment's folder go to that which they are of: code, reports and pictures that are asked for,
 * and files of the student's own, as they may be imported.
 */
function placeAll(
  files: readonly DeliveredFile[],
  { course, attachments = new Map() }: AskedFiles,
  place: (path: string, file: DeliveredFile) => void,
): void {
  const top = flatFolder(
    files.map(({ path }) => path),
    course,
  );
  const inTop = (path: string): string => (top === undefined ? path : path.slice(top.length));
  const flat = files.map((file) => {
    const path = inTop(file.path);
    return { file, path, known: path.includes('/') ? undefined : courseFileOf(path, course) };
  });
  const ids = new Set(flat.flatMap(({ known }) => (known === undefined ? [] : [idOf(known, course)])));
  for (const { file, path, known } of flat) {
    const asked = attachedPaths(path, attachments, ids);
    if (known !== undefined) place(`${idOf(known, course)}/${known}`, file);
    else if (asked.length > 0) for (const one of asked) place(one, file);
    else if (path.includes('/') || ids.size === 0 || !/\.(?:[tj]s|json)$/i.test(path)) place(path, file);
    else for (const id of ids) place(`${id}/${path}`, file);
  }
}

/** Where what is handed in beside code belongs: where code came with it, if that asks for it, else wherever it is asked for. */
function attachedPaths(
  name: string,
  attachments: ReadonlyMap<string, readonly string[]>,
  ids: ReadonlySet<string>,
): readonly string[] {
  // What lies in a folder stays there.
  if (name.includes('/')) return [];
  const plain = [name, withoutNumber(name)].map((one) => one.toLowerCase());
  const asked = [...attachments].flatMap(([id, names]) => {
    const proper = names.find((one) => plain.includes(one.toLowerCase()));
    return proper === undefined ? [] : [{ id, path: `${id}/${proper}` }];
  });
  const ofCode = asked.filter(({ id }) => ids.has(id));
  return (ofCode.length > 0 ? ofCode : asked).map(({ path }) => path);
}

function isFlat(paths: readonly string[], course: CourseFiles): boolean {
  const top = flatFolder(paths, course);
  return paths.some((path) => (top !== undefined && path.startsWith(top)) || courseFileOf(path, course) !== undefined);
}

/**
 * The one top folder, of any name, in which all files lie, the course's directly in it; undefined if it is not like
 * this.
 */
function flatFolder(paths: readonly string[], course: CourseFiles): string | undefined {
  const [first = ''] = paths;
  const top = first.slice(0, first.indexOf('/') + 1);
  const isAnAssignment = [...course.values(), 'assignments'].includes(top.slice(0, -1));
  if (top === '' || isAnAssignment || !paths.every((path) => path.startsWith(top))) return undefined;
  return paths.some((path) => courseFileOf(path.slice(top.length), course) !== undefined) ? top : undefined;
}

function isCode(path: string): boolean {
  return /\.[tj]s$/i.test(path);
}

function idOf(known: string, course: CourseFiles): string {
  return course.get(known) ?? course.get(known.replace(/\.js$/, '.ts')) ?? '';
}
