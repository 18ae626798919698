import type { AssignmentSpec, ExerciseSpec } from '../../pipeline/course/spec';
import { failing, type Failure } from './claims';

/** Results, overrides and hints refer to ids, so these must be unique. */
export function proveIds({ exercises }: AssignmentSpec): readonly Failure[] {
  return [
    ...repeated(exercises.map(({ name }) => name)).map((name) =>
      failing('ids')(`there are two exercises ${name}`, 'drop or rename one of them'),
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
    repeated(ids).map((id) => failing('ids', name)(`the ${kind} ${id} stands twice`, repair)),
  );
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
