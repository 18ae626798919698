import { zipOf } from '../../files';
import type { Sandbox } from '../../pipeline/sandbox';
import { readSubmission } from '../../pipeline/submission';
import type { Assignment, FileProblem, FileRemark } from '../../pipeline/types';
import { sha256 } from '../update';
import { attachedFiles } from './attachedFiles';
import { gradedFiles } from './gradedFiles';
import { startedExercises, type Progress } from './startedExercises';

/** A prepared hand-in of one assignment; nothing is written yet. */
export interface HandIn extends Progress {
  readonly status: 'hand-in';
  readonly assignment: string;
  readonly zip: Buffer;
  /** Of the zip, in hex. */
  readonly checksum: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly checksum: string }[];
  /** Missing attachments. */
  readonly missing: readonly string[];
  /** Remarks on files that deviate from what was asked for, as graders see them. */
  readonly remarks: readonly FileRemark[];
}

/**
 * Packs the graded files of one assignment.
 *
 * @param root - the student's working copy
 * @param attachments - names of required attachments
 * @returns a problem if there is no file, or it doesn't compile
 */
export async function prepareHandIn(
  root: string,
  assignment: Assignment,
  sandbox: Sandbox,
  attachments: readonly string[] = [],
): Promise<HandIn | FileProblem> {
  const submission = await readSubmission(root, [assignment], { isWorkingCopy: true });
  const found = submission.files.get(assignment.id);
  if (found === undefined) throw new Error(`${assignment.id} was not looked for`);
  if (found.status !== 'found') return found;
  const graded = await gradedFiles(found);
  if (graded.status !== 'graded-files') return graded;
  const attached = await attachedFiles(found, attachments);
  const files = [...graded.files, ...attached.files];
  const zip = await zipOf(files, { compress: false });
  return {
    status: 'hand-in',
    assignment: assignment.id,
    zip,
    checksum: sha256(zip),
    remarks: [...(found.remarks ?? []), ...graded.remarks],
    missing: attached.missing,
    files: files.map(({ path, content }) => ({ path, bytes: content.length, checksum: sha256(content) })),
    ...(await startedExercises(assignment, submission, sandbox)),
  };
}
