import type { ExerciseJson, SubmissionResult } from '../../../pipeline/report';

type Status = ExerciseJson['status'];

/** A result as it lies on disk, made of scores: `madeResult('alice', { softmax: 7.5 })`. An exercise's most is 10. */
export function madeResult(
  submission: string,
  exercises: Readonly<Record<string, number | readonly [score: number | null, status: Status]>>,
  more: Partial<SubmissionResult> = {},
  status: SubmissionResult['assignments'][number]['status'] = 'graded',
): SubmissionResult {
  const list = Object.entries(exercises).map(([name, given]): ExerciseJson => {
    const [score, own] = typeof given === 'number' ? [given, given === 10 ? 'passed' : 'failed'] : given;
    return {
      name,
      score,
      maxScore: 10,
      status: own as Status,
      message: '',
      checks: [],
      mistake: null,
      hints: [],
      carriedFrom: null,
      durationMs: 1,
    };
  });
  const score =
    status !== 'graded' || list.some((one) => one.score === null)
      ? null
      : list.reduce((sum, one) => sum + (one.score ?? 0), 0);
  const assignment = {
    id: '03-losses',
    score,
    maxScore: 10 * list.length,
    status,
    optional: false,
    specHash: 'a',
    message: '',
    exercises: list,
  };
  return {
    schemaVersion: 1,
    submission,
    scope: 'full',
    seedLabel: '3f2a91c0',
    precision: 'float64',
    isolation: 'bubblewrap',
    graderVersion: '0.1.0',
    specHash: 'a',
    node: 'v20.20.2',
    tfjs: '4.22.0',
    score,
    maxScore: assignment.maxScore,
    assignments: [assignment],
    ...more,
  };
}
