import type { SubmissionResult } from '../../../pipeline/report';
import type { Grade } from '../../roster';
import type { ExportInput } from '../format';

/** A hand-in as the platform delivered it, and what came of it. */
export interface GradedDelivery {
  /** Files as the platform called them. */
  readonly files: readonly string[];
  readonly result: SubmissionResult;
  /** Of the one who delivered it; undefined where several did together. */
  readonly grade: Grade | undefined;
}

/**
 * What the platform delivered, by who did: of a team's copies each is its own.
 *
 * @throws in one sentence where there was no import
 */
export function gradedDeliveries({ imported, results, grades }: ExportInput): readonly GradedDelivery[] {
  if (imported === undefined || imported.imported.every(({ handedInAs }) => handedInAs.length === 0)) {
    throw new Error(
      'feedback goes back under the names of the download, which only `grader import` knows; import the download, and grade the folder that it makes',
    );
  }
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
