import { recordMistake } from '../checks/mistakes';
import type { Exercise, KnownMistake } from '../types';
import { hintsOf } from './hintsOf';
import type { AssignmentSpec, ExerciseSpec } from './spec/spec';

/**
 * Exercises with their known mistakes, and their neighbours' mistakes that show through them.
 *
 * @param prepared - in the order of the spec's; existing mistakes are replaced
 */
export async function withMistakes(spec: AssignmentSpec, prepared: readonly Exercise[]): Promise<readonly Exercise[]> {
  const own = new Map<string, readonly KnownMistake[]>();
  for (const [exercise, author] of paired(spec, prepared))
    own.set(author.name, await ownMistakes(author, exercise, spec));
  const exercises: Exercise[] = [];
  for (const [exercise, author] of paired(spec, prepared)) {
    const carried = await carriedMistakes(author, exercise, spec, own);
    exercises.push({ ...exercise, mistakes: [...(own.get(author.name) ?? []), ...carried] });
  }
  return exercises;
}

function paired(
  { exercises }: AssignmentSpec,
  prepared: readonly Exercise[],
): readonly (readonly [Exercise, ExerciseSpec])[] {
  return exercises.flatMap((author, index) => {
    const exercise = prepared[index];
    return exercise === undefined ? [] : [[exercise, author] as const];
  });
}

async function ownMistakes(
  { name, mistakes }: ExerciseSpec,
  exercise: Exercise,
  assignment: AssignmentSpec,
): Promise<readonly KnownMistake[]> {
  const known: KnownMistake[] = [];
  for (const { id, make, fails, holds } of mistakes) {
    const checks = fails?.map((check) => `${name}.${check}`);
    const hints = hintsOf(assignment, name, id);
    known.push(await recordMistake(exercise, make, { id, ...hints, carriedFrom: undefined, fails: checks, holds }));
  }
  return known;
}

/** Each mistake of a neighbour, as it shows through an exercise that is built on the neighbour. */
async function carriedMistakes(
  spec: ExerciseSpec,
  exercise: Exercise,
  { exercises }: AssignmentSpec,
  own: ReadonlyMap<string, readonly KnownMistake[]>,
): Promise<readonly KnownMistake[]> {
  const known: KnownMistake[] = [];
  for (const [name, buildOn] of Object.entries(spec.buildsOn ?? {})) {
    const neighbour = exercises.find((other) => other.name === name);
    if (neighbour === undefined)
      throw new Error(`${spec.name} builds on ${name}, which is not an exercise of the file`);
    for (const [index, { id, hints, translations, fails }] of (own.get(name) ?? []).entries()) {
      const make = neighbour.mistakes[index]?.make;
      // A mistake that no value shows can't be recognised in exercises built on it.
      if (fails !== undefined || make === undefined) continue;
      const words = { id, hints, translations, carriedFrom: name };
      known.push(await recordMistake(exercise, () => buildOn(make()), words));
    }
  }
  return known;
}
