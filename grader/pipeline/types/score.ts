import type { ExerciseResult } from './checks';
import type { Assignment } from './course';
import type { FileProblem, FileRemark } from './submission';

export interface AssignmentResult {
  readonly assignment: Assignment;
  readonly status: 'graded' | 'missing' | 'unrecognised' | 'unreadable' | 'infrastructure';
  readonly problem: FileProblem | undefined;
  /** Remarks on the graded file. */
  readonly remarks?: readonly FileRemark[];
  readonly exercises: readonly ExerciseResult[];
}
