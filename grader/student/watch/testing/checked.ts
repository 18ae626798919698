import { checkExercise } from '../../../pipeline/checks';
import { caseOf, exerciseOf, referenceOf, returned } from '../../../pipeline/checks/testing';
import { scoreAssignment, type ScoredAssignment } from '../../../pipeline/score';
import type { Assignment, Exercise, FileProblem } from '../../../pipeline/types';

const exercise = (name: string, seconds?: number): Exercise => ({
  ...exerciseOf({ name, cases: [caseOf('public/a', [1], 1)], checks: [referenceOf(undefined, ['public/a'])] }),
  seconds,
});

/** An assignment of functions that are right if they return 1. */
export function assignmentOf(id: string, names: readonly string[], slow: readonly string[] = []): Assignment {
  const exercises = names.map((name) => exercise(name, slow.includes(name) ? 90 : undefined));
  return { id, title: id, file: `${id.slice(3)}.ts`, optional: false, scope: 'public', specHash: '', exercises };
}

/** What these functions return; undefined for one that is to do. */
export type Answers = Readonly<Record<string, number | undefined>>;

/** What a check of the functions finds that are asked for, or why the file could not be checked. */
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
