import type { Mutant } from '../../../author/mutants';
import { outcomesOf } from '../../../author/validate/runFunction';
import { checkOutcomes, withBrokenNeighbours, withCarriedMistakes } from '../../../pipeline/checks';
import { compileSubmission, isFileProblem, usesNeighbour } from '../../../pipeline/submission';
import type { Assignment, Exercise, Outcomes } from '../../../pipeline/types';
import type { SolutionMutants } from './solutionMutants';

/** Pairs of a solution's exercises where the first calls the second. */
export async function callsOf(
  text: string,
  { file }: Assignment,
  exercises: readonly Exercise[],
): Promise<readonly (readonly [caller: Exercise, called: Exercise])[]> {
  const compiled = await compileSubmission({ status: 'found', directory: '/', base: '', file, text });
  if (isFileProblem(compiled)) throw new Error(`${file} does not compile`);
  return exercises.flatMap((caller) =>
    exercises
      .filter((called) => called !== caller && usesNeighbour(compiled, caller.name, called.name))
      .map((called) => [caller, called] as const),
  );
}

/**
 * The hint for a wrong function that calls another wrong one: the name of its own or carried mistake, or the function to
 * fix first; '' if there is none. Returns undefined if one of the two functions passes.
 */
export async function nameOfCaller(
  solution: SolutionMutants,
  { caller, called }: { readonly caller: Exercise; readonly called: Exercise },
  mutants: readonly Mutant[],
): Promise<string | undefined> {
  const outcomes = new Map<string, Outcomes>();
  const results = [];
  for (const exercise of [called, caller]) {
    const make = await solution.maker(exercise.name, ...mutants);
    if (make === undefined) return undefined;
    outcomes.set(exercise.name, await outcomesOf(exercise, make));
    const answered = outcomes.get(exercise.name) ?? new Map();
    results.push(checkOutcomes(exercise, answered));
  }
  if (results.some(({ status }) => status === 'passed')) return undefined;
  const isCalled = (exercise: string, neighbour: string): boolean =>
    exercise === caller.name && neighbour === called.name;
  const carried = withCarriedMistakes(results, (name) => outcomes.get(name), isCalled);
  const [, result] = withBrokenNeighbours(carried, isCalled);
  return result?.mistake?.id ?? result?.brokenNeighbour ?? '';
}
