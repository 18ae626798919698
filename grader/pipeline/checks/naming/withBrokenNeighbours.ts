import type { ExerciseStatus } from '../../types';

interface Checked {
  readonly exercise: { readonly name: string };
  readonly status: ExerciseStatus;
  readonly mistake: object | undefined;
}

/** What is wrong, and makes wrong what calls it. */
const broken: readonly ExerciseStatus[] = ['failed', 'error', 'timeout', 'memory', 'crashed'];

/**
 * Tells of each wrong exercise, of which no mistake is known, a neighbour that it calls and that is wrong too: no one
 * can say yet whether it has a mistake of its own. Of two in a row the first is what to begin with.
 *
 * @param isCalled - whether an exercise's function really uses a neighbour's
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
