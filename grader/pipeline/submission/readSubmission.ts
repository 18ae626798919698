import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileProblem } from '../types';
import { answersFile, innerArchive, isOfTools } from './archives/isSourceFile';
import { findAnswers } from './findAnswers';
import { findCandidates, type AssignmentFile, type Candidate } from './findCandidates';
import { isFileProblem } from './isFileProblem';
import { listFiles, maxFiles, type Listing } from './listFiles';
import { readGuarded } from './readGuarded';
import { findRealWork, isNamed, readSources, recogniseFile } from './recognise';
import type { FoundFile, Submission } from './types';

export interface ReadOptions {
  /** Whether the user named the assignments; if only one, its file can be at the top level. */
  readonly named?: boolean;
  /** Files that were handed in but are not in the folder. */
  readonly others?: readonly string[];
  /** Whether it is a student's working copy, where archives in `hand-in` are copies of the files beside them. */
  readonly isWorkingCopy?: boolean;
}

/**
 * Reads the files of the assignments from a folder. Missing, unreadable and unrecognised files are values in the
 * result.
 *
 * @param assignments - the assignments to look for: `id` is their folder's name, `file` their file's, such as
 *   `losses.ts`
 * @throws if the folder itself does not exist
 */
export async function readSubmission(
  directory: string,
  assignments: readonly AssignmentFile[],
  { named = false, others = [], isWorkingCopy = false }: ReadOptions = {},
): Promise<Submission> {
  const root = await realpath(directory);
  const mayLieAtTop = named && assignments.length === 1;
  const files = new Map<string, FoundFile | FileProblem>();
  const { files: listed, unreadable, isComplete } = await listFiles(root);
  const all = isWorkingCopy ? listed.filter((file) => !file.startsWith('hand-in/')) : listed;
  for (const assignment of assignments) {
    const found = await readPlaced(root, assignment, mayLieAtTop);
    if (found !== undefined) files.set(assignment.id, notEmpty(await checkForRealWork(found, assignment, all, others)));
  }
  for (const assignment of assignments) {
    const hidden = hidingFolder(assignment, files.get(assignment.id), unreadable);
    if (hidden !== undefined) files.set(assignment.id, hidden);
  }
  const lacking = assignments.filter(({ id }) => !files.has(id));
  const isAsked = assignments.length === 1 || files.size === 0;
  const placed = new Set([...files.values()].map((found) => (found.status === 'found' ? found.file : undefined)));
  const left = all.filter((file) => !placed.has(file));
  const elsewhere = await readMisplaced(root, lacking, { files: left, others, isAsked });
  for (const [id, found] of elsewhere) files.set(id, found.status === 'missing' && !isComplete ? tooManyFiles : found);
  for (const assignment of assignments) {
    const found = files.get(assignment.id);
    const answers = found?.status === 'found' ? await answersOf(found, assignment) : undefined;
    if (found?.status === 'found' && answers !== undefined) files.set(assignment.id, { ...found, answers });
  }
  return {
    name: basename(root),
    directory: root,
    files: new Map(assignments.map(({ id, file }) => [id, files.get(id) ?? missing(id, file)])),
  };
}

/** A file that is not in its expected place may be in a folder that can't be read. */
function hidingFolder(
  { id }: AssignmentFile,
  found: FoundFile | FileProblem | undefined,
  unreadable: Listing['unreadable'],
): FileProblem | undefined {
  if (found !== undefined && (isFileProblem(found) || found.base === '')) return undefined;
  const hiding = unreadable.find(({ folder }) => !isOfAnother(folder, [id]));
  return hiding && { status: 'unreadable', file: hiding.folder || '.', reason: hiding.reason };
}

const tooManyFiles: FileProblem = {
  status: 'unreadable',
  file: '.',
  reason: `it has more than ${maxFiles} files, and only these were searched`,
};

/** If only answers are asked for, they are read from the file itself. */
async function answersOf(found: FoundFile, assignment: AssignmentFile): Promise<FoundFile['answers']> {
  if (!answersFile.test(assignment.file)) return findAnswers(found, assignment);
  return { status: 'text', file: found.file, text: found.text };
}

/** The file in its expected place; undefined if there is none. */
async function readPlaced(
  root: string,
  assignment: AssignmentFile,
  mayLieAtTop: boolean,
): Promise<FoundFile | FileProblem | undefined> {
  const candidates = await findCandidates(root, assignment, mayLieAtTop);
  const read = await Promise.all(candidates.map((candidate) => readCandidate(root, candidate)));
  const [first, ...rest] = read;
  if (first === undefined || read.length === 1) return first;
  const isSame =
    first.status === 'found' && rest.every((other) => other.status === 'found' && other.text === first.text);
  return isSame ? first : { status: 'ambiguous', candidates: candidates.map(({ file }) => file) };
}

/** If nothing is started in the file but another has work, it is unclear which is meant. */
async function checkForRealWork(
  found: FoundFile | FileProblem,
  assignment: AssignmentFile,
  all: readonly string[],
  others: readonly string[],
): Promise<FoundFile | FileProblem> {
  if (found.status !== 'found') return found;
  // Such as `07-schedules.zip`, which `hand-in` packs.
  const placeOf = (file: string): string => file.replace(innerArchive, '');
  const near = [...all, ...others].filter((file) => !isOfTools(file) && !isOfAnother(placeOf(file), [assignment.id]));
  const work = await findRealWork(found, assignment, { all, near });
  return work.length === 0 ? found : { status: 'ambiguous', candidates: [found.file, ...work] };
}

/** An empty file of code is usually an upload that failed; empty answers are questions left open. */
function notEmpty(found: FoundFile | FileProblem): FoundFile | FileProblem {
  const isEmpty = found.status === 'found' && found.text.trim() === '' && !answersFile.test(found.file);
  return isEmpty ? { status: 'unreadable', file: found.file, reason: 'it is an empty file' } : found;
}

interface Misplaced {
  readonly files: readonly string[];
  readonly others: readonly string[];
  readonly isAsked: boolean;
}

/** Files in an unexpected place, or with an unexpected name. */
async function readMisplaced(
  root: string,
  lacking: readonly AssignmentFile[],
  { files: all, others, isAsked }: Misplaced,
): Promise<ReadonlyMap<string, FoundFile | FileProblem>> {
  const found = new Map<string, FoundFile | FileProblem>();
  const ids = lacking.map(({ id }) => id);
  const files = all.filter((file) => !isOfAnother(file, ids));
  const sources = lacking.length === 0 ? [] : await readSources(root, files);
  for (const assignment of lacking) {
    const strays = await readSources(
      root,
      all.filter((file) => !files.includes(file) && isNamed(file, assignment.file)),
    );
    const recognised = recogniseFile(assignment, { files: [...files, ...others], sources, strays, isAsked });
    if (recognised.status === 'recognised') {
      const read = await readCandidate(root, { base: '', file: recognised.file });
      found.set(
        assignment.id,
        notEmpty(read.status === 'found' ? { ...read, remarks: [recognised.remark, ...(read.remarks ?? [])] } : read),
      );
    } else found.set(assignment.id, recognised);
  }
  return found;
}

/** Whether a file is in the folder of a different assignment. */
function isOfAnother(file: string, ids: readonly string[]): boolean {
  return file.split('/').some((part) => /^\d\d-[a-z0-9-]+$/.test(part) && !ids.includes(part));
}

async function readCandidate(root: string, { base, file }: Candidate): Promise<FoundFile | FileProblem> {
  const read = await readGuarded({ directory: root, base, file });
  if (isFileProblem(read)) return read;
  const { text, encoding } = read;
  const found: FoundFile = { status: 'found', directory: root, base, file, text };
  return encoding === undefined ? found : { ...found, remarks: [{ id: 'decoded', file, encoding }] };
}

function missing(id: string, file: string): FileProblem {
  return { status: 'missing', file: `${id}/${file}` };
}
