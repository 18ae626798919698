import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import { gradesOf, type Grade } from './gradesOf';
import type { Judging } from './judging';
import { matchRoster } from './matchRoster';
import type { Override } from './readOverrides';
import type { RubricRow } from './readRubric';
import type { Student } from './student';
import { result as sample, student } from './testing/samples';

const course: Judging = {
  schedule: [
    { id: '03-losses', due: new Date('2027-02-12T23:00:00Z') },
    { id: '07-schedules', due: new Date('2027-03-12T23:00:00Z') },
  ],
  timeZone: 'UTC',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};

/** A result of one assignment or more, each with one exercise of 10 points. */
function result(
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

function grades(
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

const override = (id: string, points: number, more: Partial<Override> = {}): Override => ({
  line: 2,
  id,
  exercise: 'softmax',
  points,
  reason: 'by mail',
  by: 'Kim',
  ...more,
});

describe('gradesOf, of what only a person can grade', () => {
  const open = (submission: string): SubmissionResult => {
    const plain = sample(submission, 8);
    const assignments = plain.assignments.map((one) => {
      const [example] = one.exercises;
      if (example === undefined) throw new Error('no exercise');
      const question = { ...example, name: 'whyShift', score: null, maxScore: 2, status: 'unreadable' as const };
      return { ...one, score: null, maxScore: 12, exercises: [...one.exercises, question] };
    });
    return { ...plain, score: null, assignments };
  };

  it('should leave the whole open until the person has given it, whatever else they gave', () => {
    for (const overrides of [[], [override('a1', 9)]])
      expect(grades([open('a1')], [student('a1')], overrides)[0]).toMatchObject({
        raw: null,
        final: null,
        status: 'partial',
        remarks: ["03-losses: waits for a person's points for whyShift; give them in overrides.csv"],
      });
  });

  it('should add what the person gave to what is known', () => {
    const given = [override('a1', 1.5, { exercise: 'whyShift' })];
    expect(grades([open('a1')], [student('a1')], given)[0]).toMatchObject({ raw: 8, override: 1.5, final: 9.5 });
    const zero = [override('a1', 0, { exercise: 'whyShift' }), override('a1', 10)];
    expect(grades([open('a1')], [student('a1')], zero)[0]).toMatchObject({ raw: 8, override: 2, final: 10 });
  });
});

describe('gradesOf, with a rubric', () => {
  const rubric = {
    derivation: { points: 3, says: 'each step' },
    figure: { points: 2, says: { en: 'axes', zh: '坐标轴' } },
  };
  const judging: Judging = { ...course, schedule: course.schedule.map((one) => ({ ...one, rubric })) };
  const row = (id: string, criterion: string, points: number): RubricRow => ({
    line: 2,
    id,
    assignment: '03-losses',
    criterion,
    points,
    comment: 'well argued',
    by: 'Kim',
  });
  const graded = (submitted: readonly SubmissionResult[], rows: readonly RubricRow[], more: Partial<Student> = {}) =>
    gradesOf({
      results: submitted,
      course: judging,
      students: [student('a1', more), student('b2')],
      match: matchRoster(
        [student('a1'), student('b2')],
        submitted.map(({ submission }) => submission),
      ),
      overrides: [],
      rubricRows: rows,
    });
  const handedIn = [result('a1', { '03-losses': 8 })];

  it('should leave the whole empty until every criterion has points, and never call that 0', () => {
    for (const rows of [[], [row('a1', 'figure', 2)]]) {
      const [own] = graded(handedIn, rows);
      expect(own).toMatchObject({ raw: null, final: null, max: 15, status: 'partial' });
      expect(own?.remarks[0]).toMatch(
        /^03-losses: waits for a person's points for derivation.*; give them in rubric.csv$/,
      );
    }
  });

  it('should add its points to those of the checks, before lateness', () => {
    const rows = [row('a1', 'derivation', 2), row('A1', 'figure', 0)];
    expect(graded(handedIn, rows)[0]).toMatchObject({ raw: 8, override: 2, final: 10, max: 15, status: 'graded' });
    // One day late costs 10 % of 10.
    const late = graded(handedIn, rows, { submittedAt: new Date('2027-02-13T12:00:00Z') })[0];
    expect(late).toMatchObject({ raw: 8, override: 2, penalty: 1, final: 9 });
    expect(late?.assignments[0]?.rubric?.[1]).toMatchObject({ points: 0, max: 2, says: { zh: '坐标轴' }, by: 'Kim' });
  });

  it('should wait for no one who handed in nothing, but count what came another way', () => {
    expect(graded(handedIn, [])[1]).toMatchObject({ final: null, status: 'absent', remarks: [] });
    const rows = [row('b2', 'derivation', 3), row('b2', 'figure', 1)];
    expect(graded(handedIn, rows)[1]).toMatchObject({ raw: 0, override: 4, final: 4 });
  });

  it('should not make a total of a rubric beside code that can not be read', () => {
    const rows = [row('a1', 'derivation', 3), row('a1', 'figure', 1)];
    expect(graded([result('a1', { '03-losses': 'unreadable' })], rows)[0]).toMatchObject({ final: null });
  });
});

describe('gradesOf, of what was not graded', () => {
  it.each(['missing', 'unrecognised', 'unreadable', 'infrastructure'] as const)(
    'should give no points for what is %s',
    (status) => {
      expect(grades([result('a1', { '03-losses': status })], [student('a1')])[0]).toMatchObject({
        raw: null,
        final: null,
        status: 'partial',
      });
    },
  );

  it('should add up what was handed in, and know no total where some of it was not graded', () => {
    expect(grades([result('a1', { '03-losses': 5, '07-schedules': 'missing' })], [student('a1')])[0]).toMatchObject({
      final: 5,
      max: 20,
    });
    expect(
      grades([result('a1', { '03-losses': 5, '07-schedules': 'unrecognised' })], [student('a1')])[0],
    ).toMatchObject({ final: null });
  });
});

describe('gradesOf, of who handed in twice', () => {
  const students = [student('a1', { email: 'a@x.org' }), student('b2')];
  const results = [result('a1', { '03-losses': 5 }), result('a@x.org', { '03-losses': 8 })];

  it('should give no points, and not call them absent', () => {
    const [twice, absent] = grades(results, students);
    expect(twice).toMatchObject({
      status: 'undecided',
      final: null,
      assignments: [{ status: 'undecided' }],
      remarks: ['a1 and a@x.org are both of a1; keep one'],
    });
    expect(absent).toMatchObject({ status: 'absent', assignments: [{ status: 'absent' }] });
  });
});

describe('gradesOf, with overrides', () => {
  const other = result('b2', { '03-losses': 5 });

  it('should count one for a student without a submission, graded by hand', () => {
    expect(grades([other], [student('a1'), student('b2')], [override('a1', 9)])[0]).toMatchObject({
      raw: 0,
      override: 9,
      final: 9,
      status: 'graded',
      submission: undefined,
      remarks: ['03-losses: graded by hand, 1 of 1 exercises'],
    });
  });

  it('should count one where our own failure left no points', () => {
    expect(
      grades([result('a1', { '03-losses': 'infrastructure' })], [student('a1')], [override('a1', 9)])[0],
    ).toMatchObject({ final: 9 });
  });

  it('should count one for all for everyone who was graded, unless they have their own', () => {
    const results = [result('a1', { '03-losses': 2 }), other];
    const all = grades(results, [student('a1'), student('b2'), student('c3')], [override('*', 10), override('b2', 7)]);
    expect(all.map(({ final }) => final)).toEqual([10, 7, null]);
  });

  it('should count one in the assignment that it names alone', () => {
    const twice = result('a1', { '03-losses': 2, '07-schedules': 2 });
    expect(grades([twice], [student('a1')], [override('a1', 9, { assignment: '03-losses' })])[0]).toMatchObject({
      raw: 4,
      final: 11,
    });
  });

  it('should give the points of one check to all, where it is withdrawn', () => {
    const check = {
      id: 'softmax.dW',
      points: 1,
      maxPoints: 4,
    } as AssignmentJson['exercises'][number]['checks'][number];
    const graded = result('a1', { '03-losses': 5 });
    for (const { exercises } of graded.assignments) for (const one of exercises) one.checks = [check];
    expect(grades([graded], [student('a1')], [override('*', 4, { check: 'softmax.dW' })])[0]).toMatchObject({
      override: 3,
      final: 8,
    });
  });
});

describe('gradesOf, with times', () => {
  const both = result('a1', { '03-losses': 10, '07-schedules': 10 });
  const late = new Date('2027-03-13T20:00:00Z');

  it('should judge each assignment by its own time', () => {
    const times = new Map([
      ['03-losses', { submittedAt: new Date('2027-02-13T20:00:00Z') }],
      ['07-schedules', { submittedAt: late, extendedUntil: new Date('2027-03-14T00:00:00Z') }],
    ]);
    // A day late is a tenth; the extension excuses its own assignment alone.
    expect(grades([both], [student('a1', { times })])[0]).toMatchObject({
      final: 19,
      assignments: [{ penalty: 1 }, { penalty: 0 }],
      remarks: ['03-losses: 1 day late'],
    });
  });

  it("should judge by the due date of one's section, and share nothing with it", () => {
    const submittedAt = new Date('2027-02-12T20:00:00Z');
    const sectioned: Judging = {
      ...course,
      schedule: [
        {
          id: '03-losses',
          due: new Date('2027-02-12T23:00:00Z'),
          dueBySection: { A: new Date('2027-02-10T23:00:00Z') },
        },
      ],
    };
    const students = [
      student('a1', { submittedAt, section: 'a' }),
      student('b2', { submittedAt, section: 'B' }),
      student('c3', { submittedAt }),
    ];
    const results = students.map(({ id }) => result(id, { '03-losses': 10 }));
    expect(grades(results, students, [], sectioned).map(({ final }) => final)).toEqual([8, 10, 10]);
    // Who is in a section hands in alone.
    expect(grades(results.slice(0, 1), students, [], sectioned).map(({ status }) => status)).toEqual([
      'graded',
      'absent',
      'absent',
    ]);
  });

  it('should charge nothing where one time meets several due dates, and say so', () => {
    const [grade] = grades([both], [student('a1', { submittedAt: late })]);
    expect(grade).toMatchObject({ penalty: 0, final: 20 });
    expect(grade?.remarks).toEqual([
      '03-losses: one submittedAt for several due dates, counted as in time; give submittedAt:03-losses',
      '07-schedules: one submittedAt for several due dates, counted as in time; give submittedAt:07-schedules',
    ]);
  });

  it('should use up slip days before late days cost', () => {
    const times = new Map([
      ['03-losses', { submittedAt: new Date('2027-02-14T20:00:00Z') }],
      ['07-schedules', { submittedAt: new Date('2027-03-14T20:00:00Z') }],
    ]);
    const policy = { ...course, latePolicy: { ...course.latePolicy, slipDays: 3 } };
    // 2 + 2 days, of which 3 are free: one day of 10 %.
    expect(grades([both], [student('a1', { times })], [], policy)[0]).toMatchObject({
      penalty: 1,
      remarks: ['03-losses: 2 days late, 2 of them slip days', '07-schedules: 2 days late, 1 of them a slip day'],
    });
  });

  it.each([
    [undefined, '03-losses: marked late by Canvas, counted as in time; enter submittedAt'],
    [
      new Date('2027-02-12T10:00:00Z'),
      '03-losses: marked late by Canvas, but submittedAt, 2027-02-12 10:00 (UTC), is in time; one of them is wrong',
    ],
  ])("should carry a platform's mark beside the time %s", (submittedAt, remark) => {
    const [grade] = grades([result('a1', { '03-losses': 10 })], [student('a1', { submittedAt, markedLate: 'Canvas' })]);
    expect(grade).toMatchObject({ final: 10 });
    expect(grade?.remarks[0]).toBe(remark);
  });
});
