import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import { unknownNames } from '../../pipeline/words/unknownNames';
import type { Mutant } from '../mutants';
import type { Failure } from './claims';

/** Names of the exercises to prove; undefined for all. */
export type Chosen = readonly string[] | undefined;

/** Whether to prove an exercise. */
export function isChosen(chosen: Chosen, { name }: Pick<ExerciseSpec, 'name'>): boolean {
  return chosen?.includes(name) !== false;
}

/**
 * The part of an assignment needed to prove some exercises: these and the ones they build on.
 *
 * @throws for an unknown name, with a suggestion
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

/** Failures of chosen exercises, and of the whole assignment. */
export function failuresOfChosen(failures: readonly Failure[], chosen: Chosen): readonly Failure[] {
  return failures.filter(({ exercise }) => exercise === undefined || isChosen(chosen, { name: exercise }));
}

/** Mutants that concern a chosen exercise. */
export function mutantsOfChosen(mutants: readonly Mutant[], chosen: Chosen): readonly Mutant[] {
  return mutants.flatMap((mutant) => {
    const users = mutant.users.filter((name) => isChosen(chosen, { name }));
    const isAsked = mutant.users[0] === mutant.owner ? isChosen(chosen, { name: mutant.owner }) : users.length > 0;
    return isAsked ? [{ ...mutant, users: mutant.users[0] === mutant.owner ? mutant.users : users }] : [];
  });
}
