import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import type { Failure } from './claims';

/** Results, overrides and hints refer to ids, so these must be unique. */
export function proveIds({ exercises }: AssignmentSpec): readonly Failure[] {
  return [
    ...repeated(exercises.map(({ name }) => name)).map((name) =>
      failure(undefined, `there are two exercises ${name}`, 'drop or rename one of them'),
    ),
    ...exercises.flatMap(ofExercise),
  ];
}

function ofExercise({ name, checks, cases, mistakes }: ExerciseSpec): readonly Failure[] {
  const lists = {
    check: { ids: checks.map(({ id }) => id), repair: 'give one of them another `id`' },
    case: { ids: cases.map(({ id }) => id), repair: 'rename one of them' },
    mistake: { ids: mistakes.map(({ id }) => id), repair: 'rename or drop one of them' },
  };
  return Object.entries(lists).flatMap(([kind, { ids, repair }]) =>
    repeated(ids).map((id) => failure(name, `the ${kind} ${id} stands twice`, repair)),
  );
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function failure(exercise: string | undefined, what: string, repair: string): Failure {
  return { claim: 'ids', exercise, what, repair };
}
