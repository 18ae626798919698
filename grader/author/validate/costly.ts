import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import type { Mutant } from '../mutants';

/** Whether an exercise takes too long to be run hundreds of times. */
export function isCostly({ costly }: ExerciseSpec): boolean {
  return costly !== undefined;
}

/** The part of an assignment that can be run hundreds of times. */
export function withoutCostly(spec: AssignmentSpec): AssignmentSpec {
  return { ...spec, exercises: spec.exercises.filter((exercise) => !isCostly(exercise)) };
}

/** Mutants that concern an exercise which is not costly. */
export function withoutCostlyMutants(mutants: readonly Mutant[], { exercises }: AssignmentSpec): readonly Mutant[] {
  const costly = exercises.flatMap(({ name, costly: reason }) => (reason === undefined ? [] : [name]));
  return mutants.flatMap((mutant) => {
    const users = mutant.users.filter((name) => !costly.includes(name));
    return users.length === 0 || costly.includes(mutant.owner) ? [] : [{ ...mutant, users }];
  });
}

/** One sentence per exercise with a limited proof, with its reason. */
export function costlyExercises({ exercises }: AssignmentSpec): readonly string[] {
  return exercises.flatMap(({ name, costly }) =>
    costly === undefined ? [] : [`${name}: on one seed alone, once, and without mutants, since ${costly}`],
  );
}
