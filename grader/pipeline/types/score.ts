import type { ExerciseResult } from './checks';
import type { Assignment } from './course';
import type { FileProblem, FileRemark } from './submission';

export interface AssignmentResult {
  readonly assignment: Assignment;
  readonly status: 'graded' | 'missing' | 'unrecognised' | 'unreadable' | 'infrastructure';
  readonly problem: FileProblem | undefined;
  /** What a person should know of the file that was graded. */
  readonly remarks?: readonly FileRemark[];
  readonly exercises: readonly ExerciseResult[];
}
