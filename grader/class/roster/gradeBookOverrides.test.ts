import type { SubmissionResult } from '../../pipeline/report';
import { course, useBatchFolder } from './testing/batchFolder';
import { result } from './testing/samples';

describe('overrides in a grade book', () => {
  const { write, read } = useBatchFolder();

  it.each([
    [
      'a2,softmax,8,why,TA',
      "row 2: unknown student or submission a2 (did you mean a1?); use a student's id or a submission's name",
    ],
    ['a1,softmx,8,why,TA', 'row 2: no graded assignment has an exercise softmx (did you mean softmax?)'],
    ['a1,softmax,11,why,TA', 'row 2: 11 points for softmax, whose maximum is 10'],
    ['a1,softmax,x,why,TA', 'row 2: "x" is no number of 0 or more points'],
    ['a1,softmax,0x8,why,TA', 'row 2: "0x8" is no number'],
    ['a1,softmax,1e0,why,TA', 'row 2: "1e0" is no number'],
    ['a1,softmax,"1,000",why,TA', 'row 2: "1,000" is no number'],
    ['a1,softmax,-1,why,TA', 'row 2: "-1" is no number'],
    ['a1,softmax,8,,TA', 'row 2 has no reason'],
  ])('should refuse the override %s', async (row, message) => {
    await write('overrides.csv', ['id,exercise,points,reason,by', row]);
    await expect(read([result('a1', 5)])).rejects.toThrow(message);
  });

  it('should refuse an exercise of two assignments, and accept it with its assignment', async () => {
    const twins = {
      ...result('a1', 5),
      assignments: ['03-losses', '10-again'].flatMap((id) =>
        result('a1', 5).assignments.map((one) => ({ ...one, id })),
      ),
    };
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,9,why,TA']);
    await expect(read([twins])).rejects.toThrow(
      'row 2: several assignments have an exercise softmax; write 03-losses/softmax or 10-again/softmax',
    );
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,10-again/softmax,9,why,TA']);
    expect((await read([twins])).grades[0]).toMatchObject({ raw: 10, final: 14 });
  });

  it('should refuse two overrides of an exercise, one with its assignment and one without', async () => {
    await write('overrides.csv', [
      'id,exercise,points,reason,by',
      'a1,softmax,8,why,TA',
      'A1,03-losses/softmax,9,again,TA',
    ]);
    await expect(read([result('a1', 5)])).rejects.toThrow(
      'row 3: row 2 overrides 03-losses/softmax of A1 too; keep one of them',
    );
  });

  it('should accept points above the maximum when the course allows bonus', async () => {
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,12,beyond,TA']);
    const book = await read([result('a1', 5)], { ...course, allowBonus: true });
    expect(book.grades[0]).toMatchObject({ final: 12 });
  });

  it('should keep comments, and add points for the whole assignment', async () => {
    // Submission and student have the same name: each row counts only once.
    await write('roster.csv', ['name,id', 'Ada,a1']);
    await write('overrides.csv', [
      'id,exercise,points,reason,by',
      'a1,softmax,,clear and short,Kim',
      'a1,*,2,written question 1,Kim',
      'a1,*,1.5,written question 2,Kim',
    ]);
    const { grades } = await read([result('a1', 5)]);
    expect(grades[0]).toMatchObject({
      raw: 5,
      override: 3.5,
      final: 8.5,
      assignments: [{ comments: [{ exercise: 'softmax', reason: 'clear and short' }] }],
    });
  });

  it('should refuse a sum above the maximum, and a comment on an unknown exercise or person', async () => {
    const header = 'id,exercise,points,reason,by';
    await write('overrides.csv', [header, 'a1,*,6,written question,Kim']);
    await expect(read([result('a1', 5)])).rejects.toThrow('with overrides.csv, a1 has 11 of 10 points in 03-losses');
    await write('overrides.csv', [header, 'a1,softmux,,hm,Kim']);
    await expect(read([result('a1', 5)])).rejects.toThrow('no graded assignment has an exercise softmux');
    await write('overrides.csv', [header, 'zz,softmax,,hm,Kim']);
    await expect(read([result('a1', 5)])).rejects.toThrow('unknown student or submission zz');
  });

  it('should flag an override whose checks have changed, until its row is changed', async () => {
    const header = 'id,exercise,points,reason,by';
    await write('overrides.csv', [header, 'a1,softmax,8,right idea,TA']);
    expect((await read([result('a1', 5, 'old')])).staleOverrides).toEqual([]);
    const again = await read([result('a1', 4, 'new')]);
    expect(again.staleOverrides).toMatchObject([
      { assignment: '03-losses', override: { id: 'a1', exercise: 'softmax' } },
    ]);
    expect(again.grades[0]).toMatchObject({ raw: 4, override: 4, final: 8 });
    await write('overrides.csv', [header, 'a1,softmax,8,"right idea, looked at again",TA']);
    expect((await read([result('a1', 4, 'new')])).staleOverrides).toEqual([]);
  });

  it('should not flag an override when a changed spec gives the same result', async () => {
    await write('overrides.csv', [
      'id,exercise,points,reason,by',
      'a1,softmax,8,right idea,TA',
      'a1,*,1,spoken well,TA',
    ]);
    expect((await read([result('a1', 5, 'old')])).staleOverrides).toEqual([]);
    expect((await read([result('a1', 5, 'renamed a variable')])).staleOverrides).toEqual([]);
    expect((await read([result('a1', 4, 'new')])).staleOverrides).toMatchObject([
      { override: { exercise: 'softmax' } },
    ]);
  });

  it('should flag an override when the work was handed in again', async () => {
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,8,right idea,TA']);
    const handedIn = (contentHash: string): SubmissionResult => ({ ...result('a1', 5), contentHash });
    expect((await read([handedIn('first')])).staleOverrides).toEqual([]);
    const { staleOverrides, notes } = await read([handedIn('second')]);
    expect(staleOverrides).toMatchObject([{ because: 'work' }]);
    expect(notes).toEqual([
      '8 points for softmax of a1 by TA (right idea): the work was handed in again since; review it, then change its reason',
    ]);
  });
});
