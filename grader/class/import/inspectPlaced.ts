import { join } from 'node:path';
import { en } from '../../pipeline/report/texts/en';
import { openSubmission, type AssignmentFile } from '../../pipeline/submission';

/** What the grader finds in an imported submission. */
export interface PlacedWork {
  /** Ids of the assignments whose file was found. */
  readonly found: readonly string[];
  /** Files used under another name, and files that can't be graded. */
  readonly remarks: readonly string[];
}

/** Opens an imported submission by the rules of a batch. */
export async function inspectPlaced(
  out: string,
  name: string,
  assignments: readonly AssignmentFile[],
): Promise<PlacedWork> {
  const submission = await openSubmission(join(out, name), assignments);
  try {
    const found: string[] = [];
    const remarks: string[] = [];
    /** Whether each problem is only that the file is unknown. */
    const problems = new Map<string, boolean>();
    for (const [id, file] of submission.files) {
      if (file.status === 'found') {
        found.push(id);
        remarks.push(...(file.remarks ?? []).map(en.fileRemark));
      } else if (file.status === 'unrecognised' && file.candidates.length < 2)
        problems.set(`none of the course's files: ${file.found.slice(0, 5).map(en.fileKind).join(', ')}`, true);
      else if (file.status !== 'missing') problems.set(en.file(file).join('; '), false);
    }
    // Unknown files don't matter if the file of an assignment was found.
    const shown = [...problems].filter(([, isUnknown]) => found.length === 0 || !isUnknown).map(([text]) => text);
    return { found, remarks: [...remarks, ...shown] };
  } finally {
    await submission.close();
  }
}
