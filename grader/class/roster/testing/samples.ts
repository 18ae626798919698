import type { SubmissionResult } from '../../../pipeline/report';
import { madeAssignment, madeExercise, madeSubmission } from '../../testing/results';
import type { Student } from '../student';

export function student(id: string, rest: Partial<Student> = {}): Student {
  return { id, name: `Name of ${id}`, email: '', submittedAt: undefined, extendedUntil: undefined, group: '', ...rest };
}

/** A result of one assignment with one exercise of 10 points. */
export function result(submission: string, score: number | null, specHash = 'a'): SubmissionResult {
  const lost = score === null ? 'infrastructure' : undefined;
  const exercise = madeExercise('softmax', lost ?? 'failed', [], { score: score ?? 0, maxScore: 10 });
  const assignment = madeAssignment('03-losses', [exercise], { score, status: lost ?? 'graded', specHash });
  return madeSubmission(submission, [assignment], { specHash });
}
