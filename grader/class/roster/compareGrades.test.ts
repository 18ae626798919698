import { compareGrades } from './compareGrades';
import type { Grade } from './gradesOf';

const grade = (submission: string, final: number | null, penalty = 0): Grade => ({
  student: undefined,
  submission,
  assignments: [],
  raw: 10,
  override: 0,
  penalty,
  final,
  max: 10,
  status: 'graded',
  remarks: [],
});

describe('compareGrades', () => {
  it('should list changed grades with the late penalty or the new remarks', () => {
    const before = [grade('ada', 8, 2), grade('bob', 10), grade('eve', null)];
    expect(compareGrades(before, [grade('ada', 10), grade('bob', 10), grade('eve', 7)])).toEqual([
      '2 of 3 grades change:',
      '  ada: 8 of 10 → 10 of 10 (late penalty 2 → 0)',
      '  eve: no grade of 10 → 7 of 10',
    ]);
    const waiting = { ...grade('ada', null, 0), penalty: null, max: 15, remarks: ['01: waits for points'] };
    expect(compareGrades(before, [waiting])).toEqual([
      '1 of 1 grades changes:',
      '  ada: 8 of 10 → no grade of 15 (01: waits for points)',
    ]);
    // Without a grade, a changed maximum is no change.
    expect(compareGrades([grade('eve', null)], [{ ...grade('eve', null), max: 15 }])).toEqual([
      'no grades change (1 compared)',
    ]);
    expect(compareGrades(before, before)).toEqual(['no grades change (3 compared)']);
  });
});
