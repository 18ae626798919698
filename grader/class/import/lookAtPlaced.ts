import { join } from 'node:path';
import { en } from '../../pipeline/report/texts/en';
import { openSubmission, type AssignmentFile } from '../../pipeline/submission';

/** What the grader will find in a hand-in. */
export interface PlacedWork {
  /** Ids of the assignments whose file is there. */
  readonly found: readonly string[];
  /** What a person should know: files that are taken for others, and what is not recognised. */
  readonly remarks: readonly string[];
}

/** Looks at a hand-in as a batch will, by the same rules. */
export async function lookAtPlaced(
  out: string,
  name: string,
  assignments: readonly AssignmentFile[],
): Promise<PlacedWork> {
  const submission = await openSubmission(join(out, name), assignments);
  try {
    const found: string[] = [];
    const remarks: string[] = [];
    const problems = new Map<string, string>();
    for (const [id, file] of submission.files) {
      if (file.status === 'found') {
        found.push(id);
        remarks.push(...(file.remarks ?? []).map(en.fileRemark));
      } else if (file.status !== 'missing') {
        const isOne = file.status === 'unrecognised' && file.candidates.length < 2;
        const text = isOne
          ? `none of the course's files: ${file.found.slice(0, 5).map(en.fileKind).join(', ')}`
          : en.file(file).join('; ');
        problems.set(text, id);
      }
    }
    // Where something was found, what is none of the others is no one's question.
    const told = [...problems.keys()].filter((text) => found.length === 0 || !text.startsWith('none of'));
    return { found, remarks: [...remarks, ...told] };
  } finally {
    await submission.close();
  }
}
