import { judgingOf, keepJudging, judgingDifferences, type Judging } from './judging';
import { groupsLikeSections, scheduleOf, sectionsWithoutDate } from './sections';

const monday = new Date('2027-02-08T22:59:00Z');
const friday = new Date('2027-02-12T22:59:00Z');
const course: Judging = {
  schedule: [
    { id: '03-losses', due: friday, dueBySection: { 'Lab A': monday } },
    { id: '04-regularization', due: undefined, dueBySection: { 'Lab A': monday, B: friday } },
    { id: '05-gradients', due: undefined },
  ],
  timeZone: 'UTC',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};
const duesOf = (section: string | undefined): readonly (Date | undefined)[] =>
  scheduleOf(course, section).schedule.map(({ due }) => due);

describe('scheduleOf', () => {
  it("should use a section's own dates, ignoring case and spaces", () => {
    expect(duesOf('Lab A')).toEqual([monday, monday, undefined]);
    expect(duesOf('lab_a')).toEqual([monday, monday, undefined]);
    expect(duesOf('B')).toEqual([friday, friday, undefined]);
    expect(duesOf(undefined)).toEqual([friday, undefined, undefined]);
  });

  it('should keep dates of sections in a batch, and report changed ones', () => {
    const kept = keepJudging(course, ['03-losses', '04-regularization']);
    expect(scheduleOf(judgingOf(kept), 'lab a').schedule.map(({ due }) => due)).toEqual([monday, monday]);
    expect(judgingDifferences(kept, course)).toEqual([]);
    const later = {
      ...course,
      schedule: [{ id: '03-losses', due: friday, dueBySection: { 'Lab A': friday } }, ...course.schedule.slice(1)],
    };
    expect(judgingDifferences(kept, later)).toEqual([
      '03-losses was due 2027-02-12 22:59, 2027-02-08 22:59 for Lab A (UTC), now 2027-02-12 22:59, 2027-02-12 22:59 for Lab A (UTC)',
    ]);
  });
});

describe('groupsLikeSections', () => {
  it('should report a group that is too large for a team', () => {
    const groups = [...Array.from({ length: 9 }, () => 'A'), ...Array.from({ length: 8 }, () => 'B'), '', ''];
    expect(groupsLikeSections(groups)).toEqual([
      'group A has 9 members, who share one submission; if it is a section of the class, name the column `section`',
    ]);
  });
});

describe('sectionsWithoutDate', () => {
  it('should report sections without a due date when others have one', () => {
    expect(sectionsWithoutDate(course, ['Lab A', 'b', 'lab a'])).toEqual([]);
    expect(sectionsWithoutDate(course, ['Lab A', 'Lab C', undefined])).toEqual([
      '04-regularization is never due for section Lab C, students without a section: the course file has dates for Lab A, B, and no `due` for the others',
    ]);
  });
});
