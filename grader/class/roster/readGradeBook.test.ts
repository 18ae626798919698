import { useBatchFolder } from './testing/batchFolder';
import { result } from './testing/samples';

describe('readGradeBook', () => {
  const { write, read } = useBatchFolder();

  it('should subtract the late penalty from the sum of grader and overrides', async () => {
    await write('roster.csv', [
      'name,id,submittedAt',
      'Ada,a1,2027-02-13T22:59:01Z',
      'Bob,b2,2027-02-12T22:59:00Z',
      'Eve,c3,',
    ]);
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,8,right idea,TA']);
    const { grades } = await read([result('a1', 5), result('b2', 6)]);
    // A second into the second day: 2 days of 10 % each, of 5 + 3 points.
    expect(grades[0]).toMatchObject({
      raw: 5,
      override: 3,
      penalty: 1.6,
      final: 6.4,
      max: 10,
      status: 'graded',
      remarks: ['03-losses: 2 days late'],
    });
    expect(grades[1]).toMatchObject({ raw: 6, override: 0, penalty: 0, final: 6, remarks: [] });
    expect(grades[2]).toMatchObject({ raw: null, final: null, max: 10, status: 'absent', submission: undefined });
  });

  it('should use the due date of an extension for its student', async () => {
    await write('roster.csv', [
      'name,id,submittedAt,extendedUntil',
      'Ada,a1,2027-02-14T10:00:00Z,2027-02-14T12:00:00Z',
    ]);
    expect((await read([result('a1', 5)])).grades[0]).toMatchObject({ penalty: 0, final: 5 });
  });

  it('should share a submission in a group, with lateness and overrides of each member', async () => {
    await write('roster.csv', [
      'name,id,submittedAt,extendedUntil,group',
      'Ada,a1,2027-02-13T12:00:00Z,,G',
      'Bob,b2,,2027-02-14T00:00:00Z,G',
    ]);
    await write('overrides.csv', ['id,exercise,points,reason,by', 'b2,softmax,10,explained it,TA']);
    const { grades } = await read([result('a1', 5)]);
    expect(grades).toMatchObject([
      { submission: 'a1', penalty: 0.5, final: 4.5 },
      { submission: 'a1', override: 5, penalty: 0, final: 10 },
    ]);
  });

  it('should give no points when grading failed', async () => {
    expect((await read([result('a1', null)])).grades[0]).toMatchObject({
      raw: null,
      penalty: null,
      final: null,
      status: 'partial',
    });
  });

  it('should list a submission that matches no one as unmatched', async () => {
    await write('roster.csv', ['name,id', 'Ada,a1']);
    const { grades } = await read([result('a1', 5), result('zz', 7)]);
    expect(grades[1]).toMatchObject({ student: undefined, submission: 'zz', raw: 7, status: 'unmatched' });
  });

  it('should read times from times.csv', async () => {
    await write('roster.csv', ['name,id', 'Ada,a1']);
    await write('times.csv', ['id,assignment,submittedAt,extendedUntil', 'a1,03-losses,2027-02-13T12:00:00Z,']);
    expect((await read([result('a1', 5)])).grades[0]).toMatchObject({
      penalty: 0.5,
      remarks: ['03-losses: 1 day late'],
    });
    await write('times.csv', ['id,assignment,submittedAt', 'a2,03-losses,2027-02-13T12:00:00Z']);
    await expect(read([result('a1', 5)])).rejects.toThrow('times.csv, row 2: no one in the roster has the id a2');
  });

  it('should match submissions by the owners that the import found', async () => {
    await write('roster.csv', ['name,id', 'Ada,CS/2021/001', 'Ann,@annlee']);
    await write('owners.json', [JSON.stringify({ CS_2021_001: ['CS/2021/001'], '_annlee-1a2b3c4d': ['@annlee'] })]);
    const { grades } = await read([result('CS_2021_001', 5), result('_annlee-1a2b3c4d', 6)]);
    expect(grades.map(({ final }) => final)).toEqual([5, 6]);
  });
});
