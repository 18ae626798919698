import type { Course } from '../pipeline/course';
import { unknownNames } from '../pipeline/words/unknownNames';
import { UsageError } from './errors';
import { readersTexts } from './readersTexts';

/**
 * The assignments meant, in the course's order; all when none is named.
 *
 * @throws UsageError for an unknown one, with the id that was probably meant
 */
export function chooseAssignments({ assignments }: Course, named: readonly string[]): readonly string[] {
  for (const id of named) {
    if (!assignments.includes(id))
      throw new UsageError(unknownNames[readersTexts().language].noAssignment(id, assignments));
  }
  return named.length === 0 ? assignments : assignments.filter((id) => named.includes(id));
}
