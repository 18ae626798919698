import type { AssignmentJson } from '../../pipeline/report';
import type { Judging } from './judging';
import type { Times } from './student';
import { student } from './testing/samples';
import { course, result, grades, override } from './testing/gradesOfClass';

describe('gradesOf, with overrides', () => {
  const other = result('b2', { '03-losses': 5 });

  it('should count an override for a student without a submission as graded by hand', () => {
    expect(grades([other], [student('a1'), student('b2')], [override('a1', 9)])[0]).toMatchObject({
      raw: 0,
      override: 9,
      final: 9,
      status: 'graded',
      submission: undefined,
      remarks: ['03-losses: graded by hand, 1 of 1 exercises'],
    });
  });

  it('should count an override after a failure of the infrastructure', () => {
    expect(
      grades([result('a1', { '03-losses': 'infrastructure' })], [student('a1')], [override('a1', 9)])[0],
    ).toMatchObject({ final: 9 });
  });

  it('should apply an override for everyone to all graded students without their own', () => {
    const results = [result('a1', { '03-losses': 2 }), other];
    const all = grades(results, [student('a1'), student('b2'), student('c3')], [override('*', 10), override('b2', 7)]);
    expect(all.map(({ final }) => final)).toEqual([10, 7, null]);
  });

  it('should apply an override only in the assignment that it names', () => {
    const twice = result('a1', { '03-losses': 2, '07-schedules': 2 });
    expect(grades([twice], [student('a1')], [override('a1', 9, { assignment: '03-losses' })])[0]).toMatchObject({
      raw: 4,
      final: 11,
    });
  });

  it('should replace the points of a single check for everyone', () => {
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

  it('should use the time of each assignment', () => {
    const times = new Map([
      ['03-losses', { submittedAt: new Date('2027-02-13T20:00:00Z') }],
      ['07-schedules', { submittedAt: late, extendedUntil: new Date('2027-03-14T00:00:00Z') }],
    ]);
    // A day late costs a tenth; the extension is only for its own assignment.
    expect(grades([both], [student('a1', { times })])[0]).toMatchObject({
      final: 19,
      assignments: [{ penalty: 1 }, { penalty: 0 }],
      remarks: ['03-losses: 1 day late'],
    });
  });

  it("should use the section's due date, and not share work within a section", () => {
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

    expect(grades(results.slice(0, 1), students, [], sectioned).map(({ status }) => status)).toEqual([
      'graded',
      'absent',
      'absent',
    ]);
  });

  it('should not charge lateness when one time stands for several due dates', () => {
    const [grade] = grades([both], [student('a1', { submittedAt: late })]);
    expect(grade).toMatchObject({ penalty: 0, final: 20 });
    expect(grade?.remarks).toEqual([
      '03-losses: one submittedAt for several due dates, counted as on time; add submittedAt:03-losses',
      '07-schedules: one submittedAt for several due dates, counted as on time; add submittedAt:07-schedules',
    ]);
  });

  it('should report work that an extension without an assignment excuses', () => {
    const times = new Map([
      ['03-losses', { submittedAt: late }],
      ['07-schedules', { submittedAt: new Date('2027-03-01T20:00:00Z') }],
    ]);
    const extendedUntil = new Date('2027-03-14T00:00:00Z');
    expect(grades([both], [student('a1', { times, extendedUntil })])[0]).toMatchObject({
      final: 20,
      remarks: [
        '03-losses: late, but excused by one extendedUntil for several due dates; if it is for this one, add extendedUntil:03-losses',
      ],
    });
    const own = new Map<string, Times>([...times, ['03-losses', { submittedAt: late, extendedUntil }]]);
    expect(grades([both], [student('a1', { times: own, extendedUntil })])[0]).toMatchObject({ final: 20, remarks: [] });
  });

  it('should use slip days before late days cost points', () => {
    const times = new Map([
      ['03-losses', { submittedAt: new Date('2027-02-14T20:00:00Z') }],
      ['07-schedules', { submittedAt: new Date('2027-03-14T20:00:00Z') }],
    ]);
    const policy = { ...course, latePolicy: { ...course.latePolicy, slipDays: 3 } };
    // 2 + 2 days late, 3 of them free: one costs 10 %.
    expect(grades([both], [student('a1', { times })], [], policy)[0]).toMatchObject({
      penalty: 1,
      remarks: ['03-losses: 2 days late, 2 of them slip days', '07-schedules: 2 days late, 1 of them a slip day'],
    });
  });

  it.each([
    [undefined, '03-losses: marked late by Canvas, counted as on time; enter submittedAt'],
    [
      new Date('2027-02-12T10:00:00Z'),
      '03-losses: marked late by Canvas, but submittedAt, 2027-02-12 10:00 (UTC), is on time; one of them is wrong',
    ],
  ])("should report a platform's late mark with the time %s", (submittedAt, remark) => {
    const [grade] = grades([result('a1', { '03-losses': 10 })], [student('a1', { submittedAt, markedLate: 'Canvas' })]);
    expect(grade).toMatchObject({ final: 10 });
    expect(grade?.remarks[0]).toBe(remark);
  });
});
