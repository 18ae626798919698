import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FileProblem } from '../types';
import { unpackArchive, withoutArchiveEnding, type SkippedEntry } from './archives';
import type { AssignmentFile } from './findCandidates';
import { readSubmission, type ReadOptions } from './readSubmission';
import type { FoundFile, Submission } from './types';

/** A submission that must be closed after grading. */
export interface OpenSubmission extends Submission {
  readonly close: () => Promise<void>;
}

/**
 * Opens a submission that is a folder, or an archive, which is unpacked into a temporary folder until it is closed. An
 * unreadable archive makes every assignment unreadable; the reason is in the result.
 *
 * @param options - as for `readSubmission`
 * @throws if the path does not exist
 */
export async function openSubmission(
  path: string,
  assignments: readonly AssignmentFile[],
  options: Omit<ReadOptions, 'others'> = {},
): Promise<OpenSubmission> {
  if ((await stat(path)).isDirectory())
    return { ...(await readSubmission(path, assignments, options)), close: () => Promise.resolve() };
  const temporary = await mkdtemp(join(tmpdir(), 'submission-'));
  const close = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  try {
    const directory = join(temporary, 'files');
    const name = withoutArchiveEnding(basename(path));
    const unpacked = await unpackArchive(path, directory);
    if (unpacked.status !== 'unpacked') {
      return { name, directory: temporary, files: new Map(assignments.map(({ id }) => [id, unpacked])), close };
    }
    const { directory: real, files } = await readSubmission(directory, assignments, {
      ...options,
      others: unpacked.others ?? [],
    });
    const explained = assignments.map(
      (assignment) =>
        [
          assignment.id,
          orSkipped(files.get(assignment.id), assignment, unpacked.skipped, unpacked.files.length === 0),
        ] as const,
    );
    return { name, directory: real, files: new Map(explained), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A file that is missing only because it was skipped is unreadable, with a known reason. */
function orSkipped(
  found: FoundFile | FileProblem | undefined,
  { id, file }: AssignmentFile,
  skipped: readonly SkippedEntry[],
  isEmpty: boolean,
): FoundFile | FileProblem {
  if (found !== undefined && found.status !== 'missing' && found.status !== 'unrecognised') return found;
  const stem = file.replace(/\.[jt]s$/, '');
  const names = [`${id}/${stem}.ts`, `${id}/${stem}.js`];
  const named = skipped.find(({ name }) => names.some((one) => `/${name.replaceAll('\\', '/')}`.endsWith(`/${one}`)));
  // If nothing at all could be read, such as with a password, the reason for one entry applies to all.
  const entry = named ?? (isEmpty ? skipped[0] : undefined);
  if (entry !== undefined) return { status: 'unreadable', file: entry.name, reason: entry.reason };
  return found ?? { status: 'missing', file: `${id}/${file}` };
}
