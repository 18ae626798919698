import { askInRounds, askInRoundsAsync, checkExercise, memoize, unnamed } from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { execute, executeOf } from '../../execution';
import { scoreExercise, type ScoredExercise } from '../../pipeline/score';
import type { Exercise, Outcomes } from '../../pipeline/types';

/**
 * Runs a function as a submission's, in this process, made again for the hidden cases as a submission is loaded again.
 *
 * @param known - outcomes that are not to be computed once more
 */
export async function outcomesOf(
  exercise: Exercise,
  make: () => ExerciseFunction,
  known?: Outcomes,
): Promise<Outcomes> {
  // At once where it can be: most is, hundreds of times.
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

/** The points that outcomes earn, whatever mistake they show. */
export function scoreOutcomes(exercise: Exercise, outcomes: Outcomes): ScoredExercise {
  return scoreExercise(checkExercise(exercise, { status: 'answered', outcomes, durationMs: 0 }, unnamed));
}

/** The points that outcomes earn, and the mistake that they show. */
export function nameOutcomes(exercise: Exercise, outcomes: Outcomes): ScoredExercise {
  return scoreExercise(checkExercise(exercise, { status: 'answered', outcomes, durationMs: 0 }));
}

/** Runs a function as a submission's and scores it. */
export async function scoreFunction(exercise: Exercise, make: () => ExerciseFunction): Promise<ScoredExercise> {
  return scoreOutcomes(exercise, await outcomesOf(exercise, make));
}

/** An exercise without its gradient checks, which take most of the time. */
export const withoutGradients = memoize((exercise: Exercise): Exercise => {
  return { ...exercise, checks: exercise.checks.filter(({ kind }) => kind !== 'gradient') };
});

/**
 * An exercise's laws, on all of their cases: where references are right most are spared (Note [Proven once]), on whose
 * proof that rests.
 */
export const lawsAlone = memoize((exercise: Exercise): Exercise => {
  return { ...exercise, checks: exercise.checks.filter(({ kind }) => kind === 'property') };
});
