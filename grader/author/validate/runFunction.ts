import { askInRounds, askInRoundsAsync, checkOutcomes, memoize, unnamed } from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { execute, executeOf } from '../../execution';
import { scoreExercise, type ScoredExercise } from '../../pipeline/score';
import type { Exercise, KnownOutcomes, Outcomes } from '../../pipeline/types';

/**
 * Runs a function like a submission's, in this process, created again for the hidden cases as a submission is reloaded.
 *
 * @param known - outcomes that need not be recomputed
 */
export async function outcomesOf(
  exercise: Exercise,
  make: () => ExerciseFunction,
  known?: KnownOutcomes,
): Promise<Outcomes> {
  // Synchronously if possible, since most functions run hundreds of times.
  if (exercise.async !== true)
    return askInRounds(exercise, () => {
      const run = make();
      return ({ id, evaluation }) => known?.get(id) ?? execute(run, evaluation);
    });
  return askInRoundsAsync(exercise, () => {
    const run = make();
    return ({ id, evaluation }) => known?.get(id) ?? executeOf(exercise, run, evaluation);
  });
}

/** The points of outcomes, without naming a mistake. */
export function scoreOutcomes(exercise: Exercise, outcomes: Outcomes): ScoredExercise {
  return scoreExercise(checkOutcomes(exercise, outcomes, unnamed));
}

/** The points of outcomes, and the recognised mistake. */
export function nameOutcomes(exercise: Exercise, outcomes: Outcomes): ScoredExercise {
  return scoreExercise(checkOutcomes(exercise, outcomes));
}

/** Runs a function like a submission's and scores it. */
export async function scoreFunction(exercise: Exercise, make: () => ExerciseFunction): Promise<ScoredExercise> {
  return scoreOutcomes(exercise, await outcomesOf(exercise, make));
}

/** An exercise without its gradient checks, which are the slowest. */
export const withoutGradients = memoize((exercise: Exercise): Exercise => {
  return { ...exercise, checks: exercise.checks.filter(({ kind }) => kind !== 'gradient') };
});

/**
 * An exercise's laws, on all of their cases: the proof for skipping most of them when references are right (Note
 * [Proven once]).
 */
export const lawsAlone = memoize((exercise: Exercise): Exercise => {
  return { ...exercise, checks: exercise.checks.filter(({ kind }) => kind === 'property') };
});
