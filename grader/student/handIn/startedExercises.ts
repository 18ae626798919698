import { gradeSubmission } from '../../pipeline/gradeSubmission';
import type { Sandbox } from '../../pipeline/sandbox';
import type { Submission } from '../../pipeline/submission';
import type { Assignment, ExerciseProblem, FileProblem } from '../../pipeline/types';
import { askedOnce } from '../checking';

/** Progress of an assignment. */
export interface Progress {
  readonly started: readonly string[];
  readonly todo: readonly string[];
  /** Missing exports. */
  readonly notExported: readonly string[];
  /** Functions that are started but can't earn points, such as for a forbidden call. */
  readonly refused: readonly { readonly name: string; readonly problem: ExerciseProblem }[];
  /** Why the file does not load; nothing else is known then. */
  readonly problem: FileProblem | undefined;
}

/**
 * Calls every function of an assignment once to see whether it is still to do. Other outcomes don't matter here.
 */
export async function startedExercises(
  assignment: Assignment,
  submission: Submission,
  sandbox: Sandbox,
): Promise<Progress> {
  const { assignments } = await gradeSubmission(
    [{ ...assignment, exercises: assignment.exercises.map(askedOnce) }],
    submission,
    sandbox,
  );
  const [scored] = assignments;
  const problem = scored?.problem;
  const exercises = problem === undefined ? (scored?.exercises ?? []) : [];
  const namesOf = (isMeant: (id: string | undefined) => boolean): readonly string[] =>
    exercises.flatMap(({ exercise, problem: own }) => (isMeant(own?.status) ? [exercise.name] : []));
  return {
    started: namesOf((id) => id !== 'todo' && id !== 'missing-export'),
    todo: namesOf((id) => id === 'todo'),
    notExported: namesOf((id) => id === 'missing-export'),
    refused: exercises.flatMap(({ exercise: { name }, problem: own }) =>
      own?.status === 'forbidden-call' || own?.status === 'too-long' ? [{ name, problem: own }] : [],
    ),
    problem,
  };
}
