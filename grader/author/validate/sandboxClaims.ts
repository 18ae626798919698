import { dirname, join } from 'node:path';
import { loadFullAssignment, sourceFolder, type Checkout, type Seeds } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { en } from '../../pipeline/report';
import { Sandbox } from '../../pipeline/sandbox';
import type { Score } from '../../pipeline/score';
import { readSubmission } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { failing, type Failure } from './claims';
import { isCostly } from './costly';
import { larger, nothing, type Measured } from './figures';
import { bytesByExercise, differing } from './repeatable';

/** Default time limit of an exercise in a submission, in seconds. */
const secondsPerExercise = 10;

export interface SandboxProof {
  readonly failures: readonly Failure[];
  /** Wall-clock time, which depends on other load: shown, but not a failure. */
  readonly slowest: Measured;
}

/**
 * Grades the committed skeleton and the solution as submissions, each in a separate process.
 *
 * @param childCommand - program and arguments that start a submission's process
 */
export async function proveInSandbox(
  checkout: Checkout,
  spec: AssignmentSpec,
  seeds: Seeds,
  childCommand: readonly string[],
): Promise<SandboxProof> {
  const { id } = spec;
  const costly = spec.exercises.filter(isCostly).map(({ name }) => name);
  const assignment = await loadFullAssignment(checkout, id, seeds);
  const grade = (folder: string, asked: Assignment): Promise<Score> => gradeFolder(folder, asked, childCommand);
  const solutions = dirname(sourceFolder(checkout, id));
  const skeleton = await grade(join(checkout.root, 'assignments'), assignment);
  const solution = await grade(solutions, assignment);
  const repeated = assignment.exercises.filter(({ name }) => !costly.includes(name));
  const reversed = await grade(solutions, { ...assignment, exercises: repeated.toReversed() });

  const first = bytesByExercise(solution);
  const again = bytesByExercise(reversed);
  const results = solution.assignments.flatMap(({ problem, exercises }) => (problem === undefined ? exercises : []));
  const unread = solution.assignments.flatMap(({ problem }): Failure[] => {
    if (problem === undefined) return [];
    const what = `the solution can't be graded as a submission: ${en.file(problem).join(' ')}`;
    const where = `solutions/${id}/${assignment.file}`;
    return [failing('solution', undefined, where)(what, 'repair what the message names')];
  });
  const failures = [
    ...skeletonFailures(skeleton, `assignments/${id}/${assignment.file}`),
    ...unread,
    ...results.flatMap(({ exercise, score, maxScore }): Failure[] => {
      if (score === maxScore) return [];
      const what = `graded as a submission, the solution earns ${score} of ${maxScore}`;
      return [failing('solution', exercise.name)(what, `run \`npx grader grade solutions -a ${id}\``)];
    }),
    ...repeated.flatMap(({ name }) =>
      differing(name, first, again, 'in a new process, with the exercises in another order'),
    ),
  ];
  const slowest = results.reduce(
    (most, { exercise, durationMs }) => larger(most, { value: durationMs, of: exercise.name }),
    nothing,
  );
  return { failures, slowest };
}

/**
 * Whether a right answer's CPU time exceeds half the time limit of an exercise, since another computer may be half as
 * fast.
 */
export function tooSlow(exercise: string, { value, of }: Measured, seconds = secondsPerExercise): readonly Failure[] {
  if (value <= (seconds / 2) * 1000) return [];
  const what = `${of} takes longer than ${seconds / 2} s, of ${seconds} s that a submission may take`;
  return [failing('time', exercise)(what, 'make its cases smaller or fewer', `${(value / 1000).toFixed(1)} s`)];
}

async function gradeFolder(folder: string, assignment: Assignment, childCommand: readonly string[]): Promise<Score> {
  const sandbox = new Sandbox({ command: childCommand, secondsPerExercise });
  try {
    return await gradeSubmission([assignment], await readSubmission(folder, [assignment]), sandbox);
  } finally {
    sandbox.close();
  }
}

function skeletonFailures({ assignments }: Score, where: string): readonly Failure[] {
  return assignments.flatMap(({ problem, exercises }): Failure[] => {
    if (problem !== undefined) {
      const what = `the committed skeleton can't be graded: ${en.file(problem).join(' ')}`;
      return [failing('skeleton', undefined, where)(what, 'run `npx grader generate`')];
    }
    return exercises.flatMap(({ exercise, status, score }): Failure[] => {
      if (status === 'todo' && score === 0) return [];
      const what = `the committed skeleton is ${status} and earns ${score} points instead of being to do`;
      const repair = 'run `npx grader generate`, and see that the markers enclose all';
      return [failing('skeleton', exercise.name, where)(what, repair)];
    });
  });
}
