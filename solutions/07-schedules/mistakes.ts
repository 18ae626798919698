import type { ExerciseFunction, MistakeSpec } from 'descent/author';

/** Mistakes that keep nothing between calls, from the wrong versions by id. */
export function wrong<F extends ExerciseFunction>(versions: Readonly<Record<string, F>>): MistakeSpec<F>[] {
  return Object.entries(versions).map(([id, version]) => ({ id, make: () => version }));
}
