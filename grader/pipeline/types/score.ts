import type { ExerciseResult } from './checks';
import type { Assignment } from './course';
import type { FileProblem } from './submission';

export interface AssignmentResult {
  readonly assignment: Assignment;
  readonly status: 'graded' | 'missing' | 'unreadable' | 'infrastructure';
  readonly problem: FileProblem | undefined;
  readonly exercises: readonly ExerciseResult[];
}
