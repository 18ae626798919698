import type { Exercise, ExerciseProblem } from '../types';
import { findForbiddenCall } from './findForbiddenCall';
import { findTooLong } from './findTooLong';
import type { Compiled } from './types';

type Limits = Pick<Exercise, 'name' | 'forbidden' | 'maxBytes'>;

/** The exercises that can't be run, with the problem: a banned call, or code that is too long. */
export function findProblems(compiled: Compiled, exercises: readonly Limits[]): ReadonlyMap<string, ExerciseProblem> {
  const problems = new Map<string, ExerciseProblem>();
  for (const { name, forbidden, maxBytes } of exercises) {
    const use = findForbiddenCall(compiled, name, forbidden);
    const problem =
      use === undefined ? findTooLong(compiled, maxBytes) : ({ status: 'forbidden-call', ...use } as const);
    if (problem !== undefined) problems.set(name, problem);
  }
  return problems;
}
