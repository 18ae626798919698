import { anonymize } from '../anonymous/anonymize';
import { gradesTable } from '../batch/writeGrades';
import { feedbackText } from '../export/feedback/feedbackText';
import { feedbackFor } from '../export/moodle/feedback';
import { studentPage } from '../pages/student/studentPage';
import { gradesOf, type Grade } from './gradesOf';
import { keepJudging, judgingDifferences, judgingOf, type Judging } from './judging';
import type { RosterMatch } from './matchRoster';
import { result } from './testing/samples';

const rubric = {
  derivation: { points: 3, says: { en: 'Each step is justified', zh: '每一步都有依据' } },
  figure: { points: 2, says: 'The axes are labelled' },
};
const course: Judging = {
  schedule: [{ id: '03-losses', due: undefined, rubric }],
  timeZone: 'UTC',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};
const match: RosterMatch = { submissionOf: new Map(), absent: [], undecided: [], copies: new Map(), unmatched: [] };
const results = [{ ...result('a1', 8), language: 'zh' as const }];
const base = { line: 2, id: 'a1', assignment: '03-losses', by: 'Kim' };
const given = [
  { ...base, criterion: 'derivation', points: 2.5, comment: 'Ada: <b>neat</b>' },
  { ...base, criterion: 'figure', points: 0, comment: '' },
];
const gradeWith = (rubricRows: typeof given): Grade => {
  const [grade] = gradesOf({ results, course, students: [], match, overrides: [], rubricRows });
  if (grade === undefined) throw new Error('no grade');
  return grade;
};
const [done, open] = [gradeWith(given), gradeWith(given.slice(1))];
const [own = results[0]] = results;
if (own === undefined) throw new Error('no result');

describe('a rubric', () => {
  it('should be in grades.csv, and leave the final points empty until it is complete', () => {
    const rowOf = (grade: Grade): string =>
      gradesTable(results, [], { grades: [grade], students: [] }).split('\n')[1] ?? '';
    expect(rowOf(done)).toMatch(/^a1,8,8,15,graded,,,8,0,2.5,10.5,\r?$/);
    expect(rowOf(open)).toContain('a1,8,8,15,partial,,,,,,,');
    expect(rowOf(open)).toContain('derivation');
  });

  it('should show the student the maximum of the gradebook, and the points still to come', () => {
    const english = { ...own, language: 'en' as const };
    const page = studentPage(english, { grade: open });
    expect(page).toContain('<dd>8 <span>of 15</span></dd>');
    expect(page).toContain('<td class="n">8 of 15');
    expect(page).toContain(
      '3 of these points are given by hand, for derivation, and are still open; the total is known after that.',
    );
    expect(studentPage(own, { grade: open })).toContain(
      '其中 3 分由老师评阅（derivation），尚未给出：给出之后才有总分。',
    );
    expect(studentPage(english, { grade: done })).toContain('<dd>10.5 <span>of 15</span></dd>');
    expect(studentPage(english, { grade: done })).not.toContain('are not given yet');
    expect(studentPage(english)).toContain('<dd>8 <span>of 10</span></dd>');
  });

  it('should show the student its criteria, points and comments as escaped text', () => {
    const page = studentPage(own, { grade: done });
    for (const text of [
      '人工评阅',
      '每一步都有依据',
      'The axes are labelled',
      '2.5 / 3',
      '10.5 / 15',
      'Ada: &lt;b&gt;neat',
    ])
      expect(page).toContain(text);
    expect(studentPage(own, { grade: open })).toContain('尚未评阅，满分 3');
    expect(feedbackText(own, done)).toContain('// derivation: 2.5 / 3  Ada: <b>neat</b>');
    expect(feedbackText(own, open)).toContain('// derivation: 尚未评阅，满分 3');
  });

  it('should give the feedback of a gradebook its points, without comments', () => {
    const [assignment] = done.assignments;
    if (assignment === undefined) throw new Error('no assignment');
    const text = feedbackFor(own.assignments[0], assignment);
    expect(text).toContain('Automatic grading: 8 of 10.');
    expect(text).toContain(
      'derivation, by a person: 2.5 of 3. figure, by a person: 0 of 2. Changed by staff: plus 2.5',
    );
    expect(text).not.toContain('Ada');
  });

  it('should keep its points, but not comments and names, in anonymous pages', () => {
    const book = { grades: [done], students: [], match, staleOverrides: [] };
    const anonymous = anonymize(results, book, [{ number: '12345', kind: 'submission', of: 'a1', name: '' }]);
    const text = JSON.stringify(anonymous.book.grades);
    expect(text).not.toMatch(/Ada|Kim/);
    expect(anonymous.book.grades[0]?.assignments[0]?.rubric?.[0]).toMatchObject({ points: 2.5, max: 3 });
  });

  it('should be stored with a batch, and its changes reported', () => {
    const kept = keepJudging(course, ['03-losses']);
    expect(judgingOf(kept).schedule[0]?.rubric).toEqual(rubric);
    expect(judgingDifferences(kept, course)).toEqual([]);
    const changed = { ...course, schedule: [{ id: '03-losses', due: undefined }] };
    expect(judgingDifferences(kept, changed)).toEqual(['the rubric of 03-losses has changed']);
  });
});
