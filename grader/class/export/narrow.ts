import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import { roundPoints } from '../../pipeline/score';
import { sumPoints, type Grade } from '../roster';

/** The results of only these assignments, with their sums. They all count, even optional ones. */
export function narrowResult(result: SubmissionResult, ids: readonly string[]): SubmissionResult {
  const assignments = ids.flatMap((id): AssignmentJson[] => {
    const found = result.assignments.find((one) => one.id === id);
    return found === undefined ? [] : [{ ...found, optional: false }];
  });
  return {
    ...result,
    assignments,
    score: scoreOf(assignments),
    maxScore: assignments.reduce((sum, { maxScore }) => sum + maxScore, 0),
  };
}

/** The grades of only these assignments, with their sums. */
export function narrowGrade(grade: Grade, ids: readonly string[]): Grade {
  const assignments = ids.flatMap((id) => {
    const found = grade.assignments.find((one) => one.id === id);
    return found === undefined ? [] : [{ ...found, optional: false }];
  });
  const points = sumPoints(assignments, ({ status }) => status !== 'absent' && status !== 'missing');
  const isKnown = points.final !== null;
  return {
    ...grade,
    assignments,
    ...points,
    max: assignments.reduce((sum, { max }) => sum + max, 0),
    status:
      grade.status === 'graded' || grade.status === 'partial'
        ? isKnown
          ? 'graded'
          : grade.submission === undefined
            ? 'absent'
            : 'partial'
        : grade.status,
  };
}

/** The sum of graded assignments; null if one waits for a person, or the grader failed. */
function scoreOf(assignments: readonly AssignmentJson[]): number | null {
  const known = assignments.flatMap(({ score }) => (score === null ? [] : [score]));
  const isLost = assignments.some(
    ({ status, score }) => status === 'infrastructure' || (status === 'graded' && score === null),
  );
  return isLost || known.length === 0 ? null : roundPoints(known.reduce((sum, one) => sum + one, 0));
}
