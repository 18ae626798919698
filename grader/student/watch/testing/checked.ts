import { checkExercise } from '../../../pipeline/checks';
import { caseOf, exerciseOf, referenceOf, returned } from '../../../pipeline/checks/testing';
import { scoreAssignment, type ScoredAssignment } from '../../../pipeline/score';
import type { Assignment, Exercise, FileProblem } from '../../../pipeline/types';

const exercise = (name: string, seconds?: number): Exercise => ({
  ...exerciseOf({ name, cases: [caseOf('public/a', [1], 1)], checks: [referenceOf(undefined, ['public/a'])] }),
  seconds,
});

/** An assignment whose functions are right if they return 1. */
export function assignmentOf(id: string, names: readonly string[], slow: readonly string[] = []): Assignment {
  const exercises = names.map((name) => exercise(name, slow.includes(name) ? 90 : undefined));
  return { id, title: id, file: `${id.slice(3)}.ts`, optional: false, scope: 'public', specHash: '', exercises };
}

/** Results of these functions; undefined for a todo. */
export type Answers = Readonly<Record<string, number | undefined>>;

/** Check results of the requested functions, or why the file could not be checked. */
export function checkedAs(
  assignment: Assignment,
  found: Answers | FileProblem,
  isAsked: (one: Exercise) => boolean = () => true,
): ScoredAssignment {
  const exercises = assignment.exercises.filter(isAsked);
  const problem = 'status' in found ? (found as FileProblem) : undefined;
  const answers = problem === undefined ? (found as Answers) : {};
  return scoreAssignment({
    assignment,
    status: problem === undefined ? 'graded' : 'unreadable',
    problem,
    exercises: exercises.map((one) => {
      if (problem !== undefined) return checkExercise(one, { status: 'not-run', problem: { status: 'file', problem } });
      const answer = answers[one.name];
      if (answer === undefined) return checkExercise(one, { status: 'not-run', problem: { status: 'todo' } });
      const outcomes = new Map([['public/a', returned(answer)]]);
      return checkExercise(one, { status: 'answered', outcomes, durationMs: 1 });
    }),
  });
}
