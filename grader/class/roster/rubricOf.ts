import type { Rubric } from '../../pipeline/course';
import type { Phrase } from '../../pipeline/types';
import type { RubricRow } from './readRubric';
import { keyOf } from './student';

/** The grade for one criterion. */
export interface CriterionGrade {
  readonly criterion: string;
  readonly says: Phrase;
  /** null while it is not graded: unknown is not 0. */
  readonly points: number | null;
  readonly max: number;
  readonly comment: string;
  readonly by: string;
}

/** The grade for each criterion; a student's own row takes precedence over the shared submission's. */
export function rubricOf(
  rubric: Rubric,
  assignment: string,
  rows: readonly RubricRow[],
  owners: readonly (string | undefined)[],
): readonly CriterionGrade[] {
  const keys = owners.flatMap((owner) => (owner === undefined ? [] : [keyOf(owner)]));
  return Object.entries(rubric).map(([criterion, { points: max, says }]) => {
    const own = rows.filter((row) => row.assignment === assignment && row.criterion === criterion);
    const given = keys.flatMap((key) => own.filter(({ id }) => keyOf(id) === key))[0];
    const { points = null, comment = '', by = '' } = given ?? {};
    return { criterion, says: typeof says === 'string' ? { en: says } : says, points, max, comment, by };
  });
}
