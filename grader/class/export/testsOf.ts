import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from '../../pipeline/report';

/** A check for a platform's student. It has no duration, in which a submission could encode hidden cases. */
export interface Test {
  readonly assignment: string;
  readonly exercise: string;
  /** `1.2.3`: assignment, exercise, check. */
  readonly number: string;
  /** Position of its exercise among all, from 1. */
  readonly task: number;
  readonly name: string;
  /** `error`: there was no result to check; `todo`: the function is not written yet. */
  readonly status: 'passed' | 'failed' | 'todo' | 'error' | 'infrastructure';
  readonly points: number;
  readonly maxPoints: number;
  /** The student's message, without numbers of hidden cases; usually empty for a passed check. */
  readonly text: string;
  readonly optional: boolean;
  /** The command that runs its exercise. */
  readonly replay: string;
}

const ended: readonly ExerciseJson['status'][] = ['unreadable', 'error', 'timeout', 'memory', 'forbidden', 'crashed'];

/** All checks of a submission, in the order of the course. */
export function testsOf({ assignments }: SubmissionResult): readonly Test[] {
  const tests: Test[] = [];
  let task = 0;
  for (const [first, assignment] of assignments.entries()) {
    for (const [second, exercise] of assignment.exercises.entries()) {
      task += 1;
      const base = { assignment: assignment.id, exercise: exercise.name, task, optional: assignment.optional };
      for (const [third, check] of exercise.checks.entries()) {
        tests.push({
          ...base,
          number: `${first + 1}.${second + 1}.${third + 1}`,
          name: `${exercise.name} › ${check.name}`,
          status: statusOf(assignment, exercise, check),
          points: check.points,
          maxPoints: check.maxPoints,
          text: textOf(assignment, exercise, check, third === 0),
          replay: `npm test -- ${assignment.id} -t ${exercise.name}`,
        });
      }
    }
  }
  return tests;
}

function statusOf(
  assignment: AssignmentJson,
  exercise: ExerciseJson,
  { status, withdrawn }: CheckJson,
): Test['status'] {
  // A withdrawn check can't fail.
  if (status === 'passed' || withdrawn !== undefined) return 'passed';
  if (assignment.status === 'infrastructure' || exercise.status === 'infrastructure') return 'infrastructure';
  if (exercise.status === 'todo' || assignment.status === 'missing') return 'todo';
  // A stopped exercise can have failed checks that ran before.
  return status === 'skipped' && (assignment.status === 'unreadable' || ended.includes(exercise.status))
    ? 'error'
    : 'failed';
}

// The exercise's own message is shown once. Details of a failure of the grader are for staff.
function textOf(assignment: AssignmentJson, exercise: ExerciseJson, check: CheckJson, isFirst: boolean): string {
  // A person's comment is shown even with full points.
  if (check.status === 'passed') return exercise.byHand === true ? check.studentMessage : '';
  if (assignment.status === 'infrastructure' || exercise.status === 'infrastructure') return notGraded;
  const whole = isFirst ? (exercise.studentMessage ?? '') : '';
  const own = check.studentMessage;
  return [...new Set([whole, own])].filter((text) => text !== '').join('\n') || `${exercise.name}: ${exercise.status}`;
}

/** The student's message after a failure of the grader. */
export const notGraded = 'could not be graded: the grader failed, not your code; staff will take care of it';

/** The problems of whole files, a line each. */
export function fileProblems({ assignments }: SubmissionResult): readonly string[] {
  return assignments.flatMap(({ id, status, message }) => {
    if (status === 'infrastructure') return [`${id}: ${notGraded}`];
    return message === '' ? [] : [`${id}: ${message}`];
  });
}

/**
 * The points of a completely graded result.
 *
 * @throws if a part could not be graded, since a failure of the grader must not become a 0
 */
export function knownScore({ submission, score, assignments }: SubmissionResult): number {
  if (score !== null) return score;
  const lost = assignments
    .filter(({ status, optional }) => status === 'infrastructure' && !optional)
    .map(({ id }) => id);
  const open = assignments.flatMap(({ id, status, exercises }) =>
    status === 'graded' ? exercises.flatMap((one) => (one.score === null ? [`${id} › ${one.name}`] : [])) : [],
  );
  if (open.length > 0) throw new Error(`${submission} waits for a person's points for ${open.join(', ')}; left out`);
  if (lost.length === 0) {
    const why = assignments.map(({ id, status }) => `${id} is ${status}`).join(', ');
    throw new Error(`${submission} has no points, since nothing was graded: ${why}; left out`);
  }
  throw new Error(
    `${submission} has no points in ${lost.join(', ')}, which the grader failed to grade; grade it again, then export`,
  );
}
