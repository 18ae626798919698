import { gradesOf } from '../roster/gradesOf';
import { matchRoster, type Student } from '../roster';
import { madeResult } from './testing/madeResult';
import { gradesTable } from './writeGrades';

const results = [
  madeResult('alice', { softmax: 7.5, hingeLoss: 10 }),
  madeResult('bob', { softmax: [null, 'infrastructure'], hingeLoss: [null, 'infrastructure'] }, {}, 'infrastructure'),
  madeResult('carol', { softmax: 0, hingeLoss: 0 }, {}, 'missing'),
  madeResult('dan', { softmax: 0, hingeLoss: 0 }, {}, 'unreadable'),
];

describe('gradesTable', () => {
  it('should have a row for each submission, with empty points if nothing could be graded', () => {
    expect(gradesTable(results, ['borg', 'zoe'], { grades: [], students: [] }).split('\n')).toEqual([
      'submission,03-losses,total,max,status',
      'alice,17.5,17.5,20,graded',
      'bob,,,20,infrastructure',
      'borg,,,20,pending',
      'carol,,,20,missing',
      'dan,,,20,unreadable',
      'zoe,,,20,pending',
      '',
    ]);
  });

  it('should include remarks on a grade, even without a roster', () => {
    const course = {
      schedule: [],
      timeZone: undefined,
      latePolicy: { percentPerDay: 0, maximumDays: 1, graceMinutes: 0 },
    };
    const [alice] = results;
    if (alice === undefined) throw new Error('there is no result');
    const assignments = alice.assignments.map((one) => ({
      ...one,
      remarks: ['losses copy.ts is taken for losses.ts'],
    }));
    const of = [{ ...alice, assignments }, ...results.slice(2, 3)];
    const match = { submissionOf: new Map(), absent: [], undecided: [], copies: new Map(), unmatched: [] };
    const grades = gradesOf({ results: of, course, students: [], match, overrides: [] });
    expect(gradesTable(of, ['zoe'], { grades, students: [] }).split('\n')).toEqual([
      'submission,03-losses,total,max,status,remarks',
      'alice,17.5,17.5,20,graded,03-losses: losses copy.ts is taken for losses.ts',
      'carol,,,20,missing,',
      'zoe,,,20,pending,',
      '',
    ]);
  });

  it('should have a row for each student in the roster, then unmatched submissions', () => {
    const student = (id: string, name: string): Student => ({
      id,
      name,
      email: '',
      group: '',
      submittedAt: undefined,
      extendedUntil: undefined,
    });
    const students = [student('zoe', 'Zoë'), student('alice', '=Alice'), student('erna', 'Erna')];
    const match = matchRoster(
      students,
      results.map(({ submission }) => submission),
    );
    const course = {
      schedule: [],
      timeZone: undefined,
      latePolicy: { percentPerDay: 0, maximumDays: 1, graceMinutes: 0 },
    };
    const grades = gradesOf({ results: results.slice(0, 2), course, students, match, overrides: [] });
    const table = gradesTable(results.slice(0, 2), ['zoe', 'yves'], { grades, students });
    expect(table.split('\n')).toEqual([
      'submission,03-losses,total,max,status,id,name,raw,penalty,override,final,remarks',
      'zoe,,,20,pending,zoe,Zoë,,,,,',
      "alice,17.5,17.5,20,graded,alice,'=Alice,17.5,0,0,17.5,no submittedAt: counted as on time",
      ',,,20,absent,erna,Erna,,,,,',
      'bob,,,20,infrastructure,,,,,,,"matches no id, email, name or group in the roster"',
      'yves,,,20,pending,,,,,,,',
      '',
    ]);
  });
});
