import { checkExercise, planEvaluations, type PlannedEvaluation } from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { execute } from '../../execution';
import { scoreExercise, type ScoredExercise } from '../../pipeline/score';
import type { Exercise, Outcomes } from '../../pipeline/types';

/** Runs one function as a submission's, in this process. */
export function outcomesOf(exercise: Exercise, run: ExerciseFunction): Outcomes {
  return new Map(planOf(exercise).map(({ id, evaluation }) => [id, execute(run, evaluation)]));
}

/** The points that outcomes earn. */
export function scoreOutcomes(exercise: Exercise, outcomes: Outcomes): ScoredExercise {
  return scoreExercise(checkExercise(exercise, { outcomes, durationMs: 0 }));
}

/** Runs one function as a submission's and scores it. */
export function scoreFunction(exercise: Exercise, run: ExerciseFunction): ScoredExercise {
  return scoreOutcomes(exercise, outcomesOf(exercise, run));
}

/** An exercise without its gradient checks, which take most of the time. */
export const withoutGradients = remembering((exercise: Exercise): Exercise => {
  return { ...exercise, checks: exercise.checks.filter(({ kind }) => kind !== 'gradient') };
});

// The same for each of the many functions that are asked the same.
const planOf = remembering((exercise: Exercise): readonly PlannedEvaluation[] => planEvaluations(exercise));

function remembering<T>(compute: (exercise: Exercise) => T): (exercise: Exercise) => T {
  const known = new WeakMap<Exercise, T>();
  return (exercise) => {
    const value = known.get(exercise) ?? compute(exercise);
    known.set(exercise, value);
    return value;
  };
}
