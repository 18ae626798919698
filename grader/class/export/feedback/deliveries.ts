import type { SubmissionResult } from '../../../pipeline/report';
import type { Grade } from '../../roster';
import type { ExportInput } from '../format';

/** The platform's files of a submission, and its result. */
export interface GradedDelivery {
  /** The platform's names. */
  readonly files: readonly string[];
  readonly result: SubmissionResult;
  /** The student's grade; undefined if several handed in together. */
  readonly grade: Grade | undefined;
}

/**
 * Lists imported submissions by student; each copy of a team is separate.
 *
 * @throws in one sentence if the batch was not imported
 */
export function gradedDeliveries({ imported, results, grades }: ExportInput): readonly GradedDelivery[] {
  if (imported === undefined || imported.imported.every(({ handedInAs }) => handedInAs.length === 0))
    throw new Error(
      'feedback needs the file names of the download, which only `grader import` keeps; import the download, and grade its folder',
    );
  const found = new Map<string, GradedDelivery & { readonly files: string[] }>();
  for (const { name, handedInAs } of imported.imported) {
    const result = results.find(({ submission }) => submission === name);
    if (result === undefined) continue;
    for (const { file, ids } of handedInAs) {
      const key = `${name} ${ids.join(' ')}`;
      const grade = ids.length === 1 ? grades.find(({ student }) => student?.id === ids[0]) : undefined;
      const delivery = found.get(key) ?? { files: [], result, grade };
      delivery.files.push(file);
      found.set(key, delivery);
    }
  }
  return [...found.values()];
}
