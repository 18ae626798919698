import { gradesOf } from '../../roster/gradesOf';
import { matchRoster, type Student } from '../../roster';
import type { AssignmentJson, CheckJson, SubmissionResult } from '../../../pipeline/report';
import { student as madeStudent } from '../../roster/testing/samples';
import { madeAssignment, madeCheck, madeExercise, madeSubmission } from '../../testing/results';
import type { ExportInput, ExportOptions } from '../format';

/** A number of a hidden case, in messages for staff; no export may contain it. */
export const hiddenNumber = '0.84317';

const check = (id: string, points: number, maxPoints: number, changes: Partial<CheckJson> = {}): CheckJson => {
  const passed = points === maxPoints;
  return madeCheck(id, passed ? 'passed' : 'failed', {
    name: id.endsWith('.dW') ? 'dW matches the reference' : 'the result matches the reference',
    visibility: passed ? 'public' : 'hidden',
    points,
    maxPoints,
    relativeError: passed ? 0 : 0.0123,
    threshold: 1e-9,
    message: passed ? '' : `expected ${hiddenNumber}, got 1`,
    studentMessage: passed ? '' : `${id} fails on a hidden case\n  Hint: is the "sum" < 1 & finite?`,
    ...changes,
  });
};

const exercise: typeof madeExercise = (name, status, checks, more) =>
  madeExercise(name, status, checks, {
    message: status === 'passed' ? '' : `staff only: ${hiddenNumber}`,
    studentMessage: '',
    durationMs: 250,
    ...more,
  });

const assignment: typeof madeAssignment = (id, exercises, more) =>
  madeAssignment(id, exercises, { optional: id.startsWith('09'), specHash: 'abc', ...more });

const result = (submission: string, assignments: readonly AssignmentJson[]): SubmissionResult =>
  madeSubmission(submission, assignments, { specHash: 'abc-def', node: 'v20.0.0' });

const skipped = { status: 'skipped', studentMessage: 'still to do', message: 'still to do' } as const;
const right = exercise('softmax', 'passed', [check('softmax.result', 6, 6), check('softmax.dW', 4, 4)]);
const todo = exercise('hingeLoss', 'todo', [check('hingeLoss.result', 0, 10, skipped)], {
  studentMessage: 'hingeLoss › is still to do',
});
const dropout = exercise('dropout', 'passed', [check('dropout.result', 5, 5)]);
const noDropout = exercise('dropout', 'todo', [check('dropout.result', 0, 5, skipped)]);

/** One of each kind: right, half wrong, missing, stopped, failed by the grader, and unmatched. */
export const results: readonly SubmissionResult[] = [
  result('a1', [
    assignment('03-losses', [right, exercise('hingeLoss', 'passed', [check('hingeLoss.result', 10, 10)])]),
    assignment('09-beyond', [dropout]),
  ]),
  // A carried mistake keeps a share of its points.
  result('b2', [
    assignment('03-losses', [
      exercise('softmax', 'failed', [check('softmax.result', 6, 6), check('softmax.dW', 1.5, 4)]),
      todo,
    ]),
    assignment('09-beyond', [noDropout]),
  ]),
  result('c3', [
    assignment(
      '03-losses',
      [right, todo].map((one) => ({
        ...one,
        status: 'todo' as const,
        score: 0,
        checks: one.checks.map((c) => ({ ...c, ...skipped, points: 0 })),
      })),
      { status: 'missing', message: 'not submitted\nthere is no 03-losses/losses.ts' },
    ),
    assignment('09-beyond', [noDropout], { status: 'missing', message: 'not submitted' }),
  ]),
  result('d4', [
    assignment('03-losses', [
      exercise(
        'softmax',
        'timeout',
        [check('softmax.result', 0, 6), check('softmax.dW', 0, 4, { ...skipped, studentMessage: 'stopped' })],
        {
          studentMessage: 'softmax › did not finish <script>alert("1")</script> ]]> \u0000\u001B[31m\uD800 % :,',
        },
      ),
      todo,
    ]),
    assignment('09-beyond', [noDropout]),
  ]),
  result('e5', [
    assignment(
      '03-losses',
      [right, todo].map((one) => ({ ...one, status: 'infrastructure' as const, score: null })),
      { status: 'infrastructure', score: null, message: `our disk was full, ${hiddenNumber}` },
    ),
    assignment('09-beyond', [noDropout]),
  ]),
  result('zz', [assignment('03-losses', [right, todo]), assignment('09-beyond', [noDropout])]),
];

const student = (id: string, name: string, changes: Partial<Student> = {}): Student =>
  madeStudent(id, { name, email: `${id}@x.org`, ...changes });

/** Names that need escaping in tables. */
export const students: readonly Student[] = [
  student('a1', 'Ada "the Countess" Lovelace, Lady'),
  // A day late.
  student('b2', '=HYPERLINK("http://x.org";"Bob")', { submittedAt: new Date('2027-02-13T12:00:00Z') }),
  student('c3', '李明'),
  student('d4', 'محمد علي'),
  student('e5', "O'Brien; Eve"),
  student('f6', 'Absent, Al'),
];

const course = {
  schedule: [
    { id: '03-losses', due: new Date('2027-02-12T22:59:00Z') },
    { id: '09-beyond', due: undefined },
  ],
  timeZone: 'Europe/Berlin',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};

/** a1 has 20, b2 7.5 − 10 % = 6.75, c3 no grade, d4 0 + 4 by an override, e5 and f6 no grade; zz is unmatched. */
export function inputWith(options: Partial<ExportOptions> = {}, roster: readonly Student[] = students): ExportInput {
  const overrides = [{ line: 2, id: 'd4', exercise: 'softmax', points: 4, reason: 'the machine was slow', by: 'TA' }];
  const match = matchRoster(
    roster,
    results.map(({ submission }) => submission),
  );
  return {
    results,
    grades: gradesOf({ results, course, students: roster, match, overrides: roster.length === 0 ? [] : overrides }),
    hasRoster: roster.length > 0,
    students: roster,
    pending: [],
    assignments: [
      { id: '03-losses', title: 'Losses', file: 'losses.ts' },
      { id: '09-beyond', title: 'Beyond', file: 'beyond.ts' },
    ],
    options: { isNamed: false, columns: new Map(), scale: false, identity: {}, ...options },
  };
}
