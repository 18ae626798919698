import { functionOf } from '../../checking';
import type { StudentFunctions } from '../computations';
import type { Loaded } from './loadSource';

/**
 * The functions of all loaded files. Each is available under every name its exercise ever had, since views use the
 * original one.
 *
 * @param begins - called whenever another function starts
 */
export function studentFunctions(
  loaded: ReadonlyMap<string, Loaded>,
  begins: (exercise: string) => void,
): StudentFunctions {
  let current = '';
  const watched = (name: string, run: unknown): unknown => {
    if (typeof run !== 'function') return run;
    return (...args: unknown[]): unknown => {
      if (current !== name) begins((current = name));
      return (run as (...given: unknown[]) => unknown)(...args);
    };
  };
  return Object.fromEntries(
    [...loaded].map(([id, { assignment, exports }]) => {
      const named = assignment.exercises.flatMap((exercise) =>
        [exercise.name, ...(exercise.formerNames ?? [])].map((name) => [name, functionOf(exercise, exports)] as const),
      );
      const all = Object.entries({ ...Object.fromEntries(named), ...exports });
      return [id, Object.fromEntries(all.map(([name, run]) => [name, watched(name, run)]))];
    }),
  );
}
