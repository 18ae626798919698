import { gradesOf, type GradesInput } from '../roster/gradesOf';
import { matchRoster, type GradeBook } from '../roster';
import { result, student } from '../roster/testing/samples';
import { classPage } from './class/classPage';
import { studentPage } from './student/studentPage';

const course: GradesInput['course'] = {
  schedule: [{ id: '03-losses', due: new Date('2027-02-12T22:59:00Z') }],
  timeZone: 'UTC',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};
const results = [result('a1', 5), result('unknown', 3)];
const students = [
  student('a1', { name: 'Ada <i>', submittedAt: new Date('2027-02-13T12:00:00Z') }),
  student('b2', { name: 'Bob' }),
];
const overrides = [{ line: 2, id: 'a1', exercise: 'softmax', points: 8, reason: 'right idea', by: 'Kim' }];
const match = matchRoster(
  students,
  results.map(({ submission }) => submission),
);
const grades = gradesOf({ results, course, students, match, overrides });
const book: GradeBook = { grades, students, match, staleOverrides: [] };
const textOf = (page: string): string => page.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the class page, with a roster', () => {
  const page = classPage(results, { book });

  it('should name people, and list who is no one, absent, late or overridden', () => {
    expect(page).toContain('<bdi>Ada &lt;i&gt;</bdi>');
    const text = textOf(page);
    expect(text).toContain(
      '1 unmatched submission, 1 grade changed by lateness or by a person, 1 student without a submission.',
    );
    // 8 points, of which a day costs a tenth.
    expect(text).toContain('a1 final 7.2 03-losses 1 day late, −0.8; softmax 8 by Kim: right idea');
    expect(text).toContain('unknown unmatched no id, email, name or group of the roster is called that');
    expect(text).toContain('b2 absent Bob');
  });

  it('should have no section for people where there is no roster', () => {
    expect(classPage(results)).not.toContain('id="people"');
  });
});

describe("a student's page, with a grade", () => {
  it('should say what has changed the points since the checks', () => {
    const text = textOf(studentPage(results[0] ?? result('', 0), { grade: grades[0] }));
    expect(text).toContain('Your grade 7.2 of 10. The checks gave 5. What has changed it since:');
    expect(text).toContain('A person decided that softmax counts 8 points: right idea');
    expect(text).toContain('03-losses was 1 day late: 0.8 points less.');
    expect(text).not.toContain('Kim');
  });

  it('should say nothing of it where nothing has', () => {
    expect(studentPage(results[1] ?? result('', 0), { grade: grades[2] })).not.toContain('Your grade');
  });
});
