import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from '../../pipeline/report';

/** For tests and measurements: a public reference check with 0 of 0 points. */
export function madeCheck(id: string, status: CheckJson['status'], more: Partial<CheckJson> = {}): CheckJson {
  return {
    id,
    name: id,
    kind: 'reference',
    status,
    visibility: 'public',
    points: 0,
    maxPoints: 0,
    relativeError: null,
    threshold: null,
    message: '',
    studentMessage: '',
    ...more,
  };
}

/** For tests and measurements: an exercise's result with the points of its checks. */
export function madeExercise(
  name: string,
  status: ExerciseJson['status'],
  checks: readonly CheckJson[],
  more: Partial<ExerciseJson> = {},
): ExerciseJson {
  const sum = (field: 'points' | 'maxPoints'): number => checks.reduce((total, one) => total + one[field], 0);
  return {
    name,
    score: status === 'infrastructure' || status === 'unreadable' ? null : sum('points'),
    maxScore: sum('maxPoints'),
    status,
    message: '',
    checks: [...checks],
    mistake: null,
    hints: [],
    carriedFrom: null,
    durationMs: 1,
    ...more,
  };
}

/** An assignment's result with the points of its exercises; without a score if one of them has none. */
export function madeAssignment(
  id: string,
  exercises: readonly ExerciseJson[],
  more: Partial<AssignmentJson> = {},
): AssignmentJson {
  const isLost = exercises.some(({ score }) => score === null);
  const isGraded = more.status === undefined || more.status === 'graded';
  return {
    id,
    score: isLost || !isGraded ? null : exercises.reduce((sum, { score }) => sum + (score ?? 0), 0),
    maxScore: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
    status: 'graded',
    optional: false,
    specHash: 'a',
    message: '',
    exercises: [...exercises],
    ...more,
  };
}

/** A result with the points of its assignments, without optional ones. */
export function madeSubmission(
  submission: string,
  assignments: readonly AssignmentJson[],
  more: Partial<SubmissionResult> = {},
): SubmissionResult {
  const counted = assignments.filter(({ optional }) => !optional);
  const isLost =
    counted.some(({ status, score }) => status === 'infrastructure' || (status === 'graded' && score === null)) ||
    counted.every(({ score }) => score === null);
  return {
    schemaVersion: 1,
    submission,
    scope: 'full',
    seedLabel: '3f2a91c0',
    precision: 'float64',
    isolation: 'bubblewrap',
    graderVersion: '0.1.0',
    specHash: 'a',
    node: 'v20.20.2',
    tfjs: '4.22.0',
    score: isLost ? null : counted.reduce((sum, { score }) => sum + (score ?? 0), 0),
    maxScore: counted.reduce((sum, { maxScore }) => sum + maxScore, 0),
    assignments: [...assignments],
    ...more,
  };
}
