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

describe('the class page with a roster', () => {
  const page = classPage(results, { book });

  it('should name students, and list unmatched, absent, late and overridden ones', () => {
    expect(page).toContain('<bdi>Ada &lt;i&gt;</bdi>');
    const text = textOf(page);
    expect(text).toContain('1 grade changed by lateness or by a person, 1 student without a submission.');
    // 8 points less 10 % for a day.
    expect(text).toContain('a1 final 7.2 03-losses 1 day late, −0.8; softmax 8 by Kim: right idea');
    expect(text).toContain('need a person first 1');
    expect(text).toContain('In 1 submission: 1 matching no one in the roster.');
    expect(text).toContain('unknown unmatched all matches no id, email, name or group in the roster');
    expect(text).toContain('b2 absent Bob');
  });

  it('should have no section for people without a roster', () => {
    expect(classPage(results)).not.toContain('id="people"');
  });
});

describe('the class page with groups and double submissions', () => {
  const members = [
    student('m1', { name: 'Zoë Łęcka', email: 'zoe@x.org', group: 'Team A' }),
    student('m/2', { name: 'Bob', email: 'bob@x.org', group: 'Team A' }),
    student('d4', { name: 'Dan', email: 'dan@x.org' }),
    student('e5', { name: 'Eve' }),
  ];
  const handedIn = [result('Team A', 6), result('d4', 4), result('dan@x.org', 9)];
  const together = matchRoster(
    members,
    handedIn.map(({ submission }) => submission),
  );
  const ownGrades = gradesOf({ results: handedIn, course, students: members, match: together, overrides: [] });
  const page = classPage(handedIn, {
    book: { grades: ownGrades, students: members, match: together, staleOverrides: [] },
  });
  const text = textOf(page);

  it('should count people, not folders', () => {
    expect(text).toContain('students 4 3 handed in');
    // Both team members have 6, and both of Dan's submissions count.
    expect(text).toMatch(/0 of 4 have full marks/);
  });

  it('should give each team member a row and a page, searchable by partner and email', () => {
    expect(page).toContain('data-also="zoe@x.org Team A"');
    expect(page).toContain('<a href="students/m1.html"><bdi>m1</bdi></a>');
    expect(page).toContain('<a href="students/m_2.html"><bdi>m_2</bdi></a>');
    expect(text).toContain('Zoë Łęcka with Bob');
    expect(text).toContain('Bob with Zoë Łęcka');
  });

  it('should show a student with two submissions as undecided, not absent', () => {
    expect(text).toContain('d4, Dan undecided all d4 and dan@x.org belong to d4; keep one');
    expect(text).toMatch(/d4 Dan – – – – undecided/);
    expect(text).toMatch(/e5 Eve – – – – absent/);
  });
});

describe("a student's page with a grade", () => {
  it('should list changes to the points of the checks', () => {
    const text = textOf(studentPage(results[0] ?? result('', 0), { grade: grades[0] }));
    expect(text).toContain('Your grade 7.2 of 10. The checks gave 5. Changes since then:');
    expect(text).toContain('Decided by hand: softmax counts 8 points: right idea');
    expect(text).toContain('03-losses was 1 day late: 0.8 points less.');
    expect(text).not.toContain('Kim');
  });

  it('should show points given by hand, and comments', () => {
    const commented = gradesOf({
      results,
      course,
      students,
      match,
      overrides: [...overrides, { line: 3, id: 'a1', exercise: '*', points: 1, reason: 'written question', by: 'Kim' }],
      comments: [
        { line: 4, id: 'a1', exercise: 'softmax', reason: 'mind the <axis>', by: 'Kim' },
        { line: 5, id: 'a1', exercise: '*', reason: 'good work', by: 'Kim' },
      ],
    });
    const page = studentPage(results[0] ?? result('', 0), { grade: commented[0] });
    const text = textOf(page);
    expect(page).toContain('<h1><bdi>Ada &lt;i&gt;</bdi></h1>');
    expect(text).toContain('8 of 10, decided by hand; the checks gave 5');
    expect(text).toContain('Given by hand, in addition to the checks: 1 point: written question');
    expect(text).toContain('Comment from the staff: mind the &lt;axis&gt;');
    expect(text).toContain('Comment from the staff: good work');
    expect(text).not.toContain('Kim');
  });

  it('should show no grade if nothing has changed the points', () => {
    expect(studentPage(results[1] ?? result('', 0), { grade: grades[2] })).not.toContain('Your grade');
  });
});
