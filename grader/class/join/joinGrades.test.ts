import { gradesOf, type Grade } from '../roster/gradesOf';
import { matchRoster } from '../roster';
import { result, student } from '../roster/testing/samples';
import { joinGrades } from './joinGrades';
import { slipDayNotes } from './slipDayNotes';

const students = [student('a1', { name: 'Ada' }), student('b2', { name: 'Bob' }), student('c3', { name: 'Eve' })];
const course = { schedule: [], timeZone: 'UTC', latePolicy: { percentPerDay: 0, maximumDays: 1, graceMinutes: 0 } };

/** Grades of one assignment of 10 points. */
function gradesIn(id: string, points: Readonly<Record<string, number | null>>): readonly Grade[] {
  const results = Object.entries(points).map(([name, score]) => {
    const one = result(name, score);
    return { ...one, assignments: one.assignments.map((assignment) => ({ ...assignment, id })) };
  });
  const match = matchRoster(students, Object.keys(points));
  return gradesOf({ results, course, students, match, overrides: [] }).map((grade) => ({ ...grade, remarks: [] }));
}

describe('joinGrades', () => {
  it('should add up the batches of a course, and leave unknown points empty', () => {
    const batches = [
      { folder: 'g6', grades: gradesIn('06-optimizers', { a1: 4, b2: null }) },
      { folder: 'g3', grades: gradesIn('03-losses', { a1: 9, b2: 5 }) },
    ];

    expect(joinGrades(batches).split('\n')).toEqual([
      'id,name,03-losses,06-optimizers,total,max,remarks',
      'a1,Ada,9,4,13,20,',
      // A failure of the infrastructure makes the total unknown.
      'b2,Bob,5,,,20,',
      'c3,Eve,,,,20,',
      '',
    ]);
  });

  it('should refuse two batches of one assignment', () => {
    const grades = gradesIn('03-losses', { a1: 9 });

    expect(() =>
      joinGrades([
        { folder: 'g3', grades },
        { folder: 'again', grades },
      ]),
    ).toThrow('03-losses is in g3 and in again; name only the batch whose grades count');
  });
});

describe('slipDayNotes', () => {
  const late = (slipDays: number): readonly Grade[] =>
    gradesIn('03-losses', { a1: 9, b2: 9 }).map((grade, index) => ({
      ...grade,
      // Only the first student is late.
      assignments: grade.assignments.map((one) => (index === 0 ? { ...one, slipDays } : one)),
    }));

  it('should report students who used too many slip days in unlinked batches', () => {
    expect(slipDayNotes([late(2), late(1)], 3)).toEqual([]);
    expect(slipDayNotes([late(2), late(2)], 3)).toEqual([
      expect.stringContaining('a1 used 4 slip days of 3; `grader report OUT --after EARLIER…`'),
    ]);
  });
});
