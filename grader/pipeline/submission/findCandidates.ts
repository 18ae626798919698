import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answersFile } from './archives/isSourceFile';

export interface AssignmentFile {
  readonly id: string;
  readonly file: string;
  /** The file's expected exports, if known. */
  readonly exercises?: readonly { readonly name: string; readonly question?: unknown }[];
}

/** A place where an assignment's file exists; see `FoundFile` for the fields. */
export interface Candidate {
  readonly base: string;
  readonly file: string;
}

/**
 * Top-level folders that never contain a submission: the course's own, tools' output, and `solutions`, which no student
 * wrote.
 */
const skippedFolders = new Set(['assignments', 'solutions', 'node_modules', '__MACOSX']);

/**
 * Where an assignment's file exists: `ID/FILE`, `assignments/ID/FILE`, and `FILE` if `mayLieAtTop`; if in none of them,
 * the first two below every other top-level folder. The caller refuses more than one candidate.
 *
 * @param root - real path of the submission
 */
export async function findCandidates(
  root: string,
  assignment: AssignmentFile,
  mayLieAtTop: boolean,
): Promise<readonly Candidate[]> {
  const within = await candidatesIn(root, '', assignment);
  const atTop = mayLieAtTop ? await existing(root, '', '', assignment.file) : [];
  if (within.length + atTop.length > 0) return [...within, ...atTop];
  const found: Candidate[] = [];
  for (const folder of await otherFolders(root)) found.push(...(await candidatesIn(root, folder, assignment)));
  return found;
}

async function candidatesIn(root: string, folder: string, { id, file }: AssignmentFile): Promise<readonly Candidate[]> {
  return [
    ...(await existing(root, folder, id, file)),
    ...(await existing(root, joined(folder, 'assignments'), id, file)),
  ];
}

/** The existing ones of `FILE.ts` and `FILE.js` in `base/id`; `answers.yaml` and `answers.yml`. */
async function existing(root: string, base: string, id: string, file: string): Promise<readonly Candidate[]> {
  const [stem, endings] = answersFile.test(file)
    ? [file.replace(/\.ya?ml$/i, ''), ['.yaml', '.yml']]
    : [file.replace(/\.[jt]s$/, ''), ['.ts', '.js']];
  const found: Candidate[] = [];
  for (const extension of endings) {
    const path = joined(base, id, stem + extension);
    if (await exists(join(root, path))) found.push({ base, file: path });
  }
  return found;
}

/**
 * Whether anything but a folder exists there; a link counts, whatever its target, so that it is refused rather than
 * overlooked.
 */
async function exists(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => undefined);
  return status !== undefined && !status.isDirectory();
}

async function otherFolders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !skippedFolders.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}
