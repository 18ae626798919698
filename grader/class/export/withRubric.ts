import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { roundPoints } from '../../pipeline/score';
import type { CriterionGrade, Grade } from '../roster';
import type { ExportInput } from './format';

/**
 * Adds the criteria of a rubric to a result as exercises, for formats that add up tests. If a criterion has no points
 * yet, the score is unknown.
 *
 * @throws if students who share the submission have different points
 */
export function withRubric(result: SubmissionResult, { grades }: Pick<ExportInput, 'grades'>): SubmissionResult {
  const owners = grades.filter(({ submission }) => submission === result.submission);
  const assignments = result.assignments.map((assignment): AssignmentJson => {
    const rubrics = owners.map((owner) => rubricIn(owner, assignment.id));
    const [rubric = [], ...others] = rubrics;
    if (others.some((other) => JSON.stringify(other) !== JSON.stringify(rubric)))
      throw new Error(
        `${result.submission}: ${owners.map(({ student }) => student?.id ?? '').join(' and ')} have different points in rubric.csv, but share one file; left out`,
      );
    const criteria = rubric.map(exerciseOf);
    const points = criteria.map(({ score }) => score);
    return {
      ...assignment,
      exercises: [...assignment.exercises, ...criteria],
      maxScore: assignment.maxScore + rubric.reduce((sum, { max }) => sum + max, 0),
      score: sumOf([assignment.score, ...points]),
    };
  });
  const counted = assignments.filter(({ optional }) => !optional);
  const added = counted.flatMap(({ id, exercises }) => exercises.slice(exercisesIn(result, id)));
  return {
    ...result,
    assignments,
    score: sumOf([result.score, ...added.map(({ score }) => score)]),
    maxScore: result.maxScore + added.reduce((sum, { maxScore }) => sum + maxScore, 0),
  };
}

function rubricIn({ assignments }: Grade, id: string): readonly CriterionGrade[] {
  return assignments.find((one) => one.id === id)?.rubric ?? [];
}

function exercisesIn({ assignments }: SubmissionResult, id: string): number {
  return assignments.find((one) => one.id === id)?.exercises.length ?? 0;
}

function sumOf(points: readonly (number | null)[]): number | null {
  const known = points.filter((one) => one !== null);
  return known.length < points.length ? null : roundPoints(known.reduce((sum, one) => sum + one, 0));
}

function exerciseOf({ criterion, says, points, max, comment }: CriterionGrade): ExerciseJson {
  const status = points === null ? 'todo' : points === max ? 'passed' : 'failed';
  const text = points === null ? 'not graded yet: a person gives these points' : comment;
  const check: CheckJson = {
    id: `${criterion}.rubric`,
    name: says.en,
    // A criterion has no code.
    kind: 'answer',
    status: points === null ? 'skipped' : points === max ? 'passed' : 'failed',
    visibility: 'public',
    points: points ?? 0,
    maxPoints: max,
    relativeError: null,
    threshold: null,
    message: text,
    studentMessage: text,
  };
  const none = { message: '', studentMessage: '', mistake: null, hints: [], carriedFrom: null, durationMs: 0 };
  return { name: criterion, byHand: true, score: points, maxScore: max, status, checks: [check], ...none };
}
