import type { ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import { madeAssignment, madeExercise, madeSubmission } from '../../testing/results';

type Status = ExerciseJson['status'];

/** A result as on disk, built from scores: `madeResult('alice', { softmax: 7.5 })`. Each exercise has 10 points. */
export function madeResult(
  submission: string,
  exercises: Readonly<Record<string, number | readonly [score: number | null, status: Status]>>,
  more: Partial<SubmissionResult> = {},
  status: SubmissionResult['assignments'][number]['status'] = 'graded',
): SubmissionResult {
  const list = Object.entries(exercises).map(([name, given]): ExerciseJson => {
    const [score, own] = typeof given === 'number' ? ([given, given === 10 ? 'passed' : 'failed'] as const) : given;
    return madeExercise(name, own, [], { score, maxScore: 10 });
  });
  const score = list.some((one) => one.score === null) ? { score: null } : {};
  return madeSubmission(submission, [madeAssignment('03-losses', list, { status })], { ...score, ...more });
}
