import type { SubmissionResult } from '../../pipeline/report';
import { gradesOf } from './gradesOf';
import type { Judging } from './judging';
import { matchRoster } from './matchRoster';
import type { RubricRow } from './readRubric';
import type { Student } from './student';
import { result as sample, student } from './testing/samples';
import { course, result, grades, override } from './testing/gradesOfClass';

describe('gradesOf, with a question that only a person can grade', () => {
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

  it('should give no total until a person has graded the question', () => {
    for (const overrides of [[], [override('a1', 9)]])
      expect(grades([open('a1')], [student('a1')], overrides)[0]).toMatchObject({
        raw: null,
        final: null,
        status: 'partial',
        remarks: ["03-losses: needs a person's points for whyShift; enter them in overrides.csv"],
      });
  });

  it('should add the points of a person to those of the grader', () => {
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

  it('should give no total until every criterion has points', () => {
    for (const rows of [[], [row('a1', 'figure', 2)]]) {
      const [own] = graded(handedIn, rows);
      expect(own).toMatchObject({ raw: null, final: null, max: 15, status: 'partial' });
      expect(own?.remarks[0]).toMatch(
        /^03-losses: needs a person's points for derivation.*; enter them in rubric.csv$/,
      );
    }
  });

  it('should add its points to those of the checks, before the late penalty', () => {
    const rows = [row('a1', 'derivation', 2), row('A1', 'figure', 0)];
    expect(graded(handedIn, rows)[0]).toMatchObject({ raw: 8, override: 2, final: 10, max: 15, status: 'graded' });
    // One day late costs 10 % of 10.
    const late = graded(handedIn, rows, { submittedAt: new Date('2027-02-13T12:00:00Z') })[0];
    expect(late).toMatchObject({ raw: 8, override: 2, penalty: 1, final: 9 });
    expect(late?.assignments[0]?.rubric?.[1]).toMatchObject({ points: 0, max: 2, says: { zh: '坐标轴' }, by: 'Kim' });
  });

  it('should not wait for absent students, but count points for work that came another way', () => {
    expect(graded(handedIn, [])[1]).toMatchObject({ final: null, status: 'absent', remarks: [] });
    const rows = [row('b2', 'derivation', 3), row('b2', 'figure', 1)];
    expect(graded(handedIn, rows)[1]).toMatchObject({ raw: 0, override: 4, final: 4 });
  });

  it('should give no total when the code is unreadable', () => {
    const rows = [row('a1', 'derivation', 3), row('a1', 'figure', 1)];
    expect(graded([result('a1', { '03-losses': 'unreadable' })], rows)[0]).toMatchObject({ final: null });
  });
});

describe('gradesOf, with assignments that were not graded', () => {
  it.each(['missing', 'unrecognised', 'unreadable', 'infrastructure'] as const)(
    'should give no points for an assignment that is %s',
    (status) => {
      expect(grades([result('a1', { '03-losses': status })], [student('a1')])[0]).toMatchObject({
        raw: null,
        final: null,
        status: 'partial',
      });
    },
  );

  it('should leave missing assignments out of the sum, and give no total when grading failed', () => {
    expect(grades([result('a1', { '03-losses': 5, '07-schedules': 'missing' })], [student('a1')])[0]).toMatchObject({
      final: 5,
      max: 20,
    });
    expect(
      grades([result('a1', { '03-losses': 5, '07-schedules': 'unrecognised' })], [student('a1')])[0],
    ).toMatchObject({ final: null });
  });
});

describe('gradesOf, with two submissions of a student', () => {
  const students = [student('a1', { email: 'a@x.org' }), student('b2')];
  const results = [result('a1', { '03-losses': 5 }), result('a@x.org', { '03-losses': 8 })];

  it('should be undecided, not absent', () => {
    const [twice, absent] = grades(results, students);
    expect(twice).toMatchObject({
      status: 'undecided',
      final: null,
      assignments: [{ status: 'undecided' }],
      remarks: ['a1 and a@x.org belong to a1; keep one'],
    });
    expect(absent).toMatchObject({ status: 'absent', assignments: [{ status: 'absent' }] });
  });
});
