import { zipOf } from '../../files';
import type { Sandbox } from '../../pipeline/sandbox';
import { readSubmission } from '../../pipeline/submission';
import type { Assignment, FileProblem, FileRemark } from '../../pipeline/types';
import { sha256 } from '../update';
import { gradedFiles } from './gradedFiles';
import { startedExercises, type Progress } from './startedExercises';

/** What is to be handed in for one assignment; nothing is written yet. */
export interface HandIn extends Progress {
  readonly status: 'hand-in';
  readonly assignment: string;
  readonly zip: Buffer;
  /** Of the zip, in hex. */
  readonly checksum: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly checksum: string }[];
  /** How the files are not quite what was asked for, as whoever grades them reads. */
  readonly remarks: readonly FileRemark[];
}

/**
 * Packs the graded files of one assignment.
 *
 * @param root - the student's working copy
 * @returns a problem if there is no file, or it doesn't compile
 */
export async function prepareHandIn(
  root: string,
  assignment: Assignment,
  sandbox: Sandbox,
): Promise<HandIn | FileProblem> {
  const submission = await readSubmission(root, [assignment]);
  const found = submission.files.get(assignment.id);
  if (found === undefined) throw new Error(`${assignment.id} was not looked for`);
  if (found.status !== 'found') return found;
  const graded = await gradedFiles(found);
  if (graded.status !== 'graded-files') return graded;
  const zip = await zipOf(graded.files, { compress: false });
  return {
    status: 'hand-in',
    assignment: assignment.id,
    zip,
    checksum: sha256(zip),
    remarks: [...(found.remarks ?? []), ...graded.remarks],
    files: graded.files.map(({ path, content }) => ({ path, bytes: content.length, checksum: sha256(content) })),
    ...(await startedExercises(assignment, submission, sandbox)),
  };
}
