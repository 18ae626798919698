import type { AssignmentSpec } from '../../../pipeline/course/spec';
import type { Assignment } from '../../../pipeline/types';

/** Without what takes seconds a run: the rounds of its loops are no measure for those of the others. */
export function withoutCostly(assignment: Assignment, { exercises }: AssignmentSpec): Assignment {
  const costly = new Set(exercises.flatMap(({ name, costly: because }) => (because === undefined ? [] : [name])));
  return { ...assignment, exercises: assignment.exercises.filter(({ name }) => !costly.has(name)) };
}
