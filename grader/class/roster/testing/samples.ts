import type { SubmissionResult } from '../../../pipeline/report';
import type { Student } from '../student';

export function student(id: string, rest: Partial<Student> = {}): Student {
  return { id, name: `Name of ${id}`, email: '', submittedAt: undefined, extendedUntil: undefined, group: '', ...rest };
}

/** A result of one assignment with one exercise of 10 points. */
export function result(submission: string, score: number | null, specHash = 'a'): SubmissionResult {
  return {
    schemaVersion: 1,
    submission,
    scope: 'full',
    seedLabel: '00000000',
    precision: 'float64',
    isolation: 'process',
    graderVersion: '0',
    specHash,
    node: 'v20',
    tfjs: '4',
    score,
    maxScore: 10,
    assignments: [
      {
        id: '03-losses',
        score,
        maxScore: 10,
        status: score === null ? 'infrastructure' : 'graded',
        optional: false,
        specHash,
        message: '',
        exercises: [
          {
            name: 'softmax',
            score: score ?? 0,
            maxScore: 10,
            status: score === null ? 'infrastructure' : 'failed',
            message: '',
            checks: [],
            mistake: null,
            hints: [],
            carriedFrom: null,
            durationMs: 1,
          },
        ],
      },
    ],
  };
}
