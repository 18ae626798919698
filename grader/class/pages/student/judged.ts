import type { AssignmentJson, SubmissionResult } from '../../../pipeline/report';
import { roundPoints } from '../../../pipeline/score';
import type { CriterionGrade, Grade } from '../../roster';

/** Points with those that a person gives by a rubric, as far as they are given, and what all are of. */
export interface JudgedPoints {
  readonly score: number | null;
  readonly max: number;
  /** Criteria that wait for a person. */
  readonly open: readonly CriterionGrade[];
}

/** Of one assignment, as the gradebook counts it. */
export function judgedAssignment({ id, score, maxScore }: AssignmentJson, grade: Grade | undefined): JudgedPoints {
  return judged(score, maxScore, grade?.assignments.find((one) => one.id === id)?.rubric ?? []);
}

/** Of all that counts. */
export function judgedResult(
  { score, maxScore, assignments }: SubmissionResult,
  grade: Grade | undefined,
): JudgedPoints {
  const counted = assignments.filter(({ optional }) => !optional).map(({ id }) => id);
  const own = (grade?.assignments ?? []).filter(({ id }) => counted.includes(id));
  return judged(
    score,
    maxScore,
    own.flatMap(({ rubric = [] }) => rubric),
  );
}

function judged(score: number | null, maxScore: number, rubric: readonly CriterionGrade[]): JudgedPoints {
  const given = rubric.reduce((sum, { points }) => sum + (points ?? 0), 0);
  return {
    score: score === null ? null : roundPoints(score + given),
    max: maxScore + rubric.reduce((sum, { max }) => sum + max, 0),
    open: rubric.filter(({ points }) => points === null),
  };
}
