import type { AssignmentJson, CheckJson, ExerciseJson, SubmissionResult } from '../../pipeline/report';

/**
 * One check, as platforms want to hear of it: fit for its student. It has no time: a submission that has seen hidden
 * cases could encode what it saw in the time that it takes.
 */
export interface Test {
  readonly assignment: string;
  readonly exercise: string;
  /** `1.2.3`: assignment, exercise, check. */
  readonly number: string;
  /** Place of its exercise among all, from 1. */
  readonly task: number;
  readonly name: string;
  /** `error` where nothing came back that could be checked, `todo` where nothing is written yet. */
  readonly status: 'passed' | 'failed' | 'todo' | 'error' | 'infrastructure';
  readonly points: number;
  readonly maxPoints: number;
  /** What the student may read; empty for what passed. Never numbers of hidden cases. */
  readonly text: string;
  readonly optional: boolean;
  /** How to run its exercise again. */
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
  // What was taken back can fail no one.
  if (status === 'passed' || withdrawn !== undefined) return 'passed';
  if (assignment.status === 'infrastructure' || exercise.status === 'infrastructure') return 'infrastructure';
  if (exercise.status === 'todo' || assignment.status === 'missing') return 'todo';
  // A stopped exercise may have failed some checks before.
  return status === 'skipped' && (assignment.status === 'unreadable' || ended.includes(exercise.status))
    ? 'error'
    : 'failed';
}

// What concerns the whole exercise is said once. Our own failure's details are for staff.
function textOf(assignment: AssignmentJson, exercise: ExerciseJson, check: CheckJson, isFirst: boolean): string {
  // What a person says of a full mark is worth reading, too.
  if (check.status === 'passed') return exercise.byHand === true ? check.studentMessage : '';
  if (assignment.status === 'infrastructure' || exercise.status === 'infrastructure') return notGraded;
  const whole = isFirst ? (exercise.studentMessage ?? '') : '';
  const own = check.studentMessage;
  return [...new Set([whole, own])].filter((text) => text !== '').join('\n') || `${exercise.name}: ${exercise.status}`;
}

/** What a student reads where the grader failed. */
export const notGraded = 'could not be graded: the grader failed, not your code; staff will see to it';

/** Why whole files earned nothing, a line each. */
export function fileProblems({ assignments }: SubmissionResult): readonly string[] {
  return assignments.flatMap(({ id, status, message }) => {
    if (status === 'infrastructure') return [`${id}: ${notGraded}`];
    return message === '' ? [] : [`${id}: ${message}`];
  });
}

/**
 * The points of a result that can be given as a number.
 *
 * @throws where something of it could not be graded: our own failure must not become somebody's 0
 */
export function knownScore({ submission, score, assignments }: SubmissionResult): number {
  if (score !== null) return score;
  const lost = assignments
    .filter(({ status, optional }) => status === 'infrastructure' && !optional)
    .map(({ id }) => id);
  const open = assignments.flatMap(({ id, status, exercises }) =>
    status === 'graded' ? exercises.flatMap((one) => (one.score === null ? [`${id} › ${one.name}`] : [])) : [],
  );
  if (open.length > 0)
    throw new Error(`${submission} waits for points that a person gives for ${open.join(', ')}; left out`);
  if (lost.length === 0) {
    const why = assignments.map(({ id, status }) => `${id} is ${status}`).join(', ');
    throw new Error(`${submission} has no points, since nothing of it was graded: ${why}; left out`);
  }
  throw new Error(
    `${submission} has no points in ${lost.join(', ')}, which the grader failed to grade; grade it again, then export`,
  );
}
