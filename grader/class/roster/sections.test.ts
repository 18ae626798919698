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
  it("should put a section's own dates in the place of everyone's, whatever its case and spaces", () => {
    expect(duesOf('Lab A')).toEqual([monday, monday, undefined]);
    expect(duesOf('lab_a')).toEqual([monday, monday, undefined]);
    expect(duesOf('B')).toEqual([friday, friday, undefined]);
    expect(duesOf(undefined)).toEqual([friday, undefined, undefined]);
  });

  it('should be kept with a batch, and differ once a date has changed', () => {
    const kept = keepJudging(course, ['03-losses', '04-regularization']);
    expect(scheduleOf(judgingOf(kept), 'lab a').schedule.map(({ due }) => due)).toEqual([monday, monday]);
    expect(judgingDifferences(kept, course)).toEqual([]);
    const later = {
      ...course,
      schedule: [{ id: '03-losses', due: friday, dueBySection: { 'Lab A': friday } }, ...course.schedule.slice(1)],
    };
    expect(judgingDifferences(kept, later)).toEqual([
      '03-losses was due 2027-02-12 22:59, 2027-02-08 22:59 for Lab A (UTC), and is 2027-02-12 22:59, 2027-02-12 22:59 for Lab A (UTC) now',
    ]);
  });
});

describe('groupsLikeSections', () => {
  it('should name a group that is too large to be a team', () => {
    const groups = [...Array.from({ length: 9 }, () => 'A'), ...Array.from({ length: 8 }, () => 'B'), '', ''];
    expect(groupsLikeSections(groups)).toEqual([
      'group A has 9 members, who share one hand-in; if it is a section of the class, call the column `section`',
    ]);
  });
});

describe('sectionsWithoutDate', () => {
  it('should name who would never be late, though others are', () => {
    expect(sectionsWithoutDate(course, ['Lab A', 'b', 'lab a'])).toEqual([]);
    expect(sectionsWithoutDate(course, ['Lab A', 'Lab C', undefined])).toEqual([
      '04-regularization is never due for section Lab C, those without a section: the course file has dates for Lab A, B, and no `due` for the others',
    ]);
  });
});
