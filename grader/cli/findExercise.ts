import { loadPublicAssignment, type Checkout, type Course } from '../pipeline/course';
import type { Assignment } from '../pipeline/types';
import { unknownNames } from '../pipeline/words/unknownNames';
import { UsageError } from './errors';
import { readersTexts } from './readersTexts';

/**
 * The assignment that contains the exercise, with its public checks.
 *
 * @throws UsageError for an unknown name, with the closest match
 */
export async function findExercise(checkout: Checkout, { assignments }: Course, name: string): Promise<Assignment> {
  const known: string[] = [];
  for (const id of assignments) {
    const assignment = await loadPublicAssignment(checkout, id);
    if (assignment.exercises.some((exercise) => exercise.name === name)) return assignment;
    known.push(...assignment.exercises.map((exercise) => exercise.name));
  }
  throw new UsageError(unknownNames[readersTexts().language].noFunction(name, known));
}
