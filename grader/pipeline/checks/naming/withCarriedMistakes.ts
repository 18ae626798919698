import type { ExerciseResult, Outcomes, RecognisedMistake } from '../../types';
import { hintsOf } from '../../words/mistakes';
import { nameMistake } from './nameMistake';

/**
 * Names failed exercises again, now that the mistakes of their neighbours are known.
 *
 * @param isCalled - whether an exercise's function actually uses a neighbour's: copied code is not carried
 * @param causesOf - the neighbours that were proven to be the only cause of a function's failure; undefined where this
 *   can't be determined, in a student's copy, which relies on the known mistakes
 */
export function withCarriedMistakes(
  results: readonly ExerciseResult[],
  outcomesOf: (exercise: string) => Outcomes | undefined,
  isCalled: (exercise: string, neighbour: string) => boolean = () => true,
  causesOf?: (exercise: string) => readonly string[],
): readonly ExerciseResult[] {
  const mistakes = new Map(results.map(({ exercise, mistake }) => [exercise.name, mistake]));
  return results.map((result) => {
    const { exercise } = result;
    const outcomes = outcomesOf(exercise.name);
    if (result.status !== 'failed' || outcomes === undefined) return result;
    if (causesOf !== undefined) {
      const causes = causesOf(exercise.name);
      // In a chain of wrong neighbours, the first one is named.
      const cause = causes.find((one) => causesOf(one).length === 0) ?? causes[0];
      return cause === undefined ? result : { ...result, mistake: carried(cause, mistakes.get(cause)) };
    }
    const diagnosed = [...mistakes].flatMap(([neighbour, mistake]) =>
      mistake !== undefined && isCalled(exercise.name, neighbour) ? [[neighbour, mistake.id] as const] : [],
    );
    return { ...result, mistake: nameMistake(exercise, outcomes, result.checks, new Map(diagnosed)) };
  });
}

function carried(from: string, mistake: RecognisedMistake | undefined): RecognisedMistake {
  return { ...(mistake ?? { id: 'unnamed', ...hintsOf((words) => words.carried(from)) }), carriedFrom: from };
}
