import type { Course } from '../pipeline/course';
import { unknownNames } from '../pipeline/words/unknownNames';
import { UsageError } from './errors';
import { readersTexts } from './readersTexts';

/**
 * The named assignments in the course's order, or all of them if none is named.
 *
 * @throws UsageError for an unknown id, with the closest match
 */
export function chooseAssignments({ assignments }: Course, named: readonly string[]): readonly string[] {
  for (const id of named) {
    if (!assignments.includes(id))
      throw new UsageError(unknownNames[readersTexts().language].noAssignment(id, assignments));
  }
  return named.length === 0 ? assignments : assignments.filter((id) => named.includes(id));
}
