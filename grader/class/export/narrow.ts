import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import type { Grade, Points } from '../roster';

/** The results of these assignments alone, with sums of their own. One that is named counts, optional or not. */
export function narrowResult(result: SubmissionResult, ids: readonly string[]): SubmissionResult {
  const assignments = ids.flatMap((id): AssignmentJson[] => {
    const found = result.assignments.find((one) => one.id === id);
    return found === undefined ? [] : [{ ...found, optional: false }];
  });
  const scores = assignments.map(({ score }) => score);
  return { ...result, assignments, score: sumOf(scores), maxScore: assignments.reduce((sum, { maxScore }) => sum + maxScore, 0) };
}

/** The grades of these assignments alone, with sums of their own. */
export function narrowGrade(grade: Grade, ids: readonly string[]): Grade {
  const assignments = ids.flatMap((id) => {
    const found = grade.assignments.find((one) => one.id === id);
    return found === undefined ? [] : [{ ...found, optional: false }];
  });
  const total = (field: keyof Points): number | null => sumOf(assignments.map((one) => one[field]));
  const isKnown = assignments.every(({ raw }) => raw !== null);
  return {
    ...grade,
    assignments,
    raw: total('raw'),
    override: total('override'),
    penalty: total('penalty'),
    final: total('final'),
    max: assignments.reduce((sum, { max }) => sum + max, 0),
    status: grade.status === 'graded' || grade.status === 'partial' ? (isKnown ? 'graded' : 'partial') : grade.status,
  };
}

/** Unknown where a part is: unknown is not 0. */
function sumOf(points: readonly (number | null)[]): number | null {
  const known = points.flatMap((one) => (one === null ? [] : [one]));
  return known.length < points.length ? null : Math.round(known.reduce((sum, one) => sum + one, 0) * 100) / 100;
}
