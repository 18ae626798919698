import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import { unknownNames } from '../../pipeline/words/unknownNames';
import type { Mutant } from '../mutants';
import type { Failure } from './claims';

/** Names of the exercises that are to be proven; undefined for all. */
export type Chosen = readonly string[] | undefined;

/** Whether an exercise is to be proven. */
export function isChosen(chosen: Chosen, { name }: Pick<ExerciseSpec, 'name'>): boolean {
  return chosen?.includes(name) !== false;
}

/**
 * What of an assignment is needed to prove some of its exercises: themselves and those that they build on.
 *
 * @throws for a name that no exercise has, with the one that was probably meant
 */
export function withChosen(spec: AssignmentSpec, chosen: Chosen): AssignmentSpec {
  if (chosen === undefined) return spec;
  const { exercises } = spec;
  const names = exercises.map(({ name }) => name);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(unknownNames.en.noFunction(unknown, names));
  const needed = exercises.flatMap((one) =>
    isChosen(chosen, one) ? [one.name, ...Object.keys(one.buildsOn ?? {})] : [],
  );
  return { ...spec, exercises: exercises.filter(({ name }) => needed.includes(name)) };
}

/** Failures of chosen exercises, and of the assignment as a whole. */
export function failuresOfChosen(failures: readonly Failure[], chosen: Chosen): readonly Failure[] {
  return failures.filter(({ exercise }) => exercise === undefined || isChosen(chosen, { name: exercise }));
}

/** Mutants that a chosen exercise can be asked about. */
export function mutantsOfChosen(mutants: readonly Mutant[], chosen: Chosen): readonly Mutant[] {
  return mutants.flatMap((mutant) => {
    const users = mutant.users.filter((name) => isChosen(chosen, { name }));
    const isAsked = mutant.users[0] === mutant.owner ? isChosen(chosen, { name: mutant.owner }) : users.length > 0;
    return isAsked ? [{ ...mutant, users: mutant.users[0] === mutant.owner ? mutant.users : users }] : [];
  });
}
