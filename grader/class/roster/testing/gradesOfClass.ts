import type { AssignmentJson, SubmissionResult } from '../../../pipeline/report';
import { gradesOf, type Grade } from '../gradesOf';
import type { Judging } from '../judging';
import { matchRoster } from '../matchRoster';
import type { Override } from '../readOverrides';
import type { Student } from '../student';
import { result as sample } from './samples';

export const course: Judging = {
  schedule: [
    { id: '03-losses', due: new Date('2027-02-12T23:00:00Z') },
    { id: '07-schedules', due: new Date('2027-03-12T23:00:00Z') },
  ],
  timeZone: 'UTC',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};

/** A result of some assignments, each with one exercise of 10 points. */
export function result(
  submission: string,
  points: Readonly<Record<string, number | AssignmentJson['status']>>,
): SubmissionResult {
  const plain = sample(submission, 0);
  const [example] = plain.assignments;
  if (example === undefined) throw new Error('no assignment');
  const assignments = Object.entries(points).map(([id, given]): AssignmentJson => {
    const [score, status] = typeof given === 'number' ? [given, 'graded' as const] : [null, given];
    return { ...example, id, score, status, exercises: example.exercises.map((one) => ({ ...one, score })) };
  });
  return { ...plain, assignments };
}

export function grades(
  results: readonly SubmissionResult[],
  students: readonly Student[],
  overrides: readonly Override[] = [],
  judging = course,
): readonly Grade[] {
  const match = matchRoster(
    students,
    results.map(({ submission }) => submission),
  );
  return gradesOf({ results, course: judging, students, match, overrides });
}

export const override = (id: string, points: number, more: Partial<Override> = {}): Override => ({
  line: 2,
  id,
  exercise: 'softmax',
  points,
  reason: 'by mail',
  by: 'Kim',
  ...more,
});
