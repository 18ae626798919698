import type { ExerciseStatus } from '../../types';

interface Checked {
  readonly exercise: { readonly name: string };
  readonly status: ExerciseStatus;
  readonly mistake: object | undefined;
}

/** Statuses of an exercise that can break its callers. */
const broken: readonly ExerciseStatus[] = ['failed', 'error', 'timeout', 'memory', 'crashed'];

/**
 * Adds to each wrong exercise without a known mistake a neighbour that it calls and that is wrong too: whether it has
 * its own mistake can't be said yet. In a chain of wrong neighbours, the first one is named.
 *
 * @param isCalled - whether an exercise's function actually uses a neighbour's
 */
export function withBrokenNeighbours<R extends Checked>(
  results: readonly R[],
  isCalled: (exercise: string, neighbour: string) => boolean,
): readonly (R & { readonly brokenNeighbour: string | undefined })[] {
  const wrong = results.filter(({ status }) => broken.includes(status)).map(({ exercise }) => exercise.name);
  const calledBy = (name: string): readonly string[] =>
    wrong.filter((other) => other !== name && isCalled(name, other));
  return results.map((result) => {
    const { name } = result.exercise;
    const called = wrong.includes(name) && result.mistake === undefined ? calledBy(name) : [];
    const first = called.find((one) => calledBy(one).length === 0) ?? called[0];
    return { ...result, brokenNeighbour: first };
  });
}
