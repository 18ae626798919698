import { hashOfFile, keepJudging } from '.';
import { course, settings, useBatchFolder } from './testing/batchFolder';
import { result } from './testing/samples';

describe('notes of a grade book', () => {
  const { path, write, read } = useBatchFolder();

  it('should grade by the rules that the batch was started with, and report changed ones', async () => {
    await write('roster.csv', ['name,id,submittedAt', 'Ada,a1,2027-02-13T12:00:00Z']);
    await write('batch.json', [JSON.stringify({ ...settings, course: keepJudging(course, ['03-losses']) })]);
    const next = { ...course, schedule: [{ id: '03-losses', due: new Date('2028-02-11T22:59:00Z') }] };
    const { grades, notes } = await read([result('a1', 5)], next);
    expect(grades[0]).toMatchObject({ penalty: 0.5 });
    expect(notes).toEqual([
      expect.stringContaining(
        '03-losses was due 2027-02-12 23:59 (Europe/Berlin), now 2028-02-11 23:59 (Europe/Berlin)',
      ),
    ]);
  });

  it('should report when the given roster has changed since', async () => {
    await write('given.csv', ['name,id', 'Ada,a1']);
    await write('roster.csv', ['name,id', 'Ada,a1']);
    const given = path('given.csv');
    await write('batch.json', [
      JSON.stringify({ ...settings, roster: { file: given, sha256: await hashOfFile(given) } }),
    ]);
    expect((await read([result('a1', 5)])).notes).toEqual([]);
    await write('given.csv', ['name,id,extendedUntil', 'Ada,a1,2027-03-01T00:00:00Z']);
    expect((await read([result('a1', 5)])).notes).toEqual([
      expect.stringContaining('given.csv has changed since the batch read it; pass it with --roster'),
    ]);
  });

  it('should report times of the platform that can not be read, and count them as in time', async () => {
    await write('roster.csv', [
      'name,id,Last modified (submission)',
      'Ada,a1,"sobota, 13 lutego 2027, 21:15"',
      'Bo,b2,-',
      'Cy,c3,"Saturday, 13 February 2027, 9:15 PM"',
    ]);
    const { grades, notes } = await read(['a1', 'b2', 'c3'].map((name) => result(name, 5)));
    expect(grades.map(({ penalty }) => penalty)).toEqual([0, 0, 0.5]);
    expect(notes).toEqual([
      `the roster's times of a1 can't be read, so they count as in time: "sobota, 13 lutego 2027, 21:15" is not a time in English or German, such as Friday, 12 March 2027, 9:15 PM; write them as submittedAt, such as 2027-03-12T21:15:00+01:00`,
    ]);
  });

  it('should report unmatched submissions of the import', async () => {
    await write('import.json', [
      JSON.stringify({ imported: [], unmatched: [{ label: 'doejane (user 7)', reason: '' }] }),
    ]);
    const { notes } = await read([result('a1', 5)]);
    expect(notes).toEqual([
      '1 submission matches no one in the roster and could not be imported: doejane (user 7); its student is listed as absent',
    ]);
  });
});
