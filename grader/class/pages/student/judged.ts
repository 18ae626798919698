import type { AssignmentJson, SubmissionResult } from '../../../pipeline/report';
import { roundPoints } from '../../../pipeline/score';
import type { CriterionGrade, Grade } from '../../roster';

/** Points of checks and rubric, as far as given, with their maximum. */
export interface JudgedPoints {
  readonly score: number | null;
  readonly max: number;
  /** Criteria without points yet. */
  readonly open: readonly CriterionGrade[];
}

/** The points of one assignment, as in the gradebook. */
export function judgedAssignment({ id, score, maxScore }: AssignmentJson, grade: Grade | undefined): JudgedPoints {
  return judged(score, maxScore, grade?.assignments.find((one) => one.id === id)?.rubric ?? []);
}

/** The points of all assignments that count. */
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
