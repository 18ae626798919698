import { checkExercise, withCarriedMistakes, type ExerciseRun } from '../../pipeline/checks';
import { scoreExercise, type ScoredExercise } from '../../pipeline/score';
import type { Assignment, Exercise, ExerciseResult, Outcomes } from '../../pipeline/types';

/**
 * Judges all exercises of an assignment.
 *
 * @param run - runs one of them
 */
export function checkAssignment(
  { exercises }: Pick<Assignment, 'exercises'>,
  run: (exercise: Exercise) => ExerciseRun,
): readonly ScoredExercise[] {
  const outcomes = new Map<string, Outcomes>();
  const results = exercises.map((exercise): ExerciseResult => {
    const answer = run(exercise);
    if (answer.status === 'answered') outcomes.set(exercise.name, answer.outcomes);
    return checkExercise(exercise, answer);
  });
  return withCarriedMistakes(results, (name) => outcomes.get(name)).map((result) => scoreExercise(result));
}
