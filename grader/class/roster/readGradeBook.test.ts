import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOfFile, keepJudging, readGradeBook } from '.';
import type { CheckJson, ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { madeSettings } from '../testing/settings';
import { result } from './testing/samples';

const course = {
  schedule: [{ id: '03-losses', due: new Date('2027-02-12T22:59:00Z') }],
  timeZone: 'Europe/Berlin',
  latePolicy: { percentPerDay: 10, maximumDays: 7, graceMinutes: 0 },
};

const madeCheck = (id: string, status: CheckJson['status'], more: Partial<CheckJson>): CheckJson => ({
  id,
  name: id,
  kind: 'reference',
  status,
  visibility: 'public',
  points: 0,
  maxPoints: 0,
  relativeError: null,
  threshold: null,
  message: '',
  studentMessage: '',
  ...more,
});

const settings = { ...madeSettings, submissions: '/s', submissionsFromHere: '../s' };

describe('readGradeBook', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-grades-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (name: string, lines: readonly string[]): Promise<void> =>
    writeFile(join(folder, name), lines.join('\n'));
  const read = (results: readonly SubmissionResult[]): ReturnType<typeof readGradeBook> =>
    readGradeBook({ folder, results }, course);

  it('should subtract lateness from what the grader and people gave', async () => {
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

  it('should let an extension move the due date of one student', async () => {
    await write('roster.csv', [
      'name,id,submittedAt,extendedUntil',
      'Ada,a1,2027-02-14T10:00:00Z,2027-02-14T12:00:00Z',
    ]);
    expect((await read([result('a1', 5)])).grades[0]).toMatchObject({ penalty: 0, final: 5 });
  });

  it('should give a group one grade, each with their own lateness and overrides', async () => {
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

  it('should keep unknown what could not be graded', async () => {
    expect((await read([result('a1', null)])).grades[0]).toMatchObject({
      raw: null,
      penalty: null,
      final: null,
      status: 'partial',
    });
  });

  it("should keep a submission that is no one's, and say so", async () => {
    await write('roster.csv', ['name,id', 'Ada,a1']);
    const { grades } = await read([result('a1', 5), result('zz', 7)]);
    expect(grades[1]).toMatchObject({ student: undefined, submission: 'zz', raw: 7, status: 'unmatched' });
  });

  it('should flag an override when the checks have changed since, until its row is changed', async () => {
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

  it('should not flag one where the checks say the same after a spec changed', async () => {
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

  it('should flag an override when the work was handed in again since', async () => {
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,8,right idea,TA']);
    const handedIn = (contentHash: string): SubmissionResult => ({ ...result('a1', 5), contentHash });
    expect((await read([handedIn('first')])).staleOverrides).toEqual([]);
    const { staleOverrides, notes } = await read([handedIn('second')]);
    expect(staleOverrides).toMatchObject([{ because: 'work' }]);
    expect(notes).toEqual([
      '8 points for softmax of a1 by TA (right idea): the work was handed in again since; look again, then change its reason',
    ]);
  });

  it('should say which of two assignments an exercise is of', async () => {
    const twins = {
      ...result('a1', 5),
      assignments: ['03-losses', '10-again'].flatMap((id) =>
        result('a1', 5).assignments.map((one) => ({ ...one, id })),
      ),
    };
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,9,why,TA']);
    await expect(read([twins])).rejects.toThrow(
      'row 2: softmax can be 03-losses/softmax and 10-again/softmax; write one of these as the exercise',
    );
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,10-again/softmax,9,why,TA']);
    expect((await read([twins])).grades[0]).toMatchObject({ raw: 10, final: 14 });
  });

  it('should take more points than there are where the course allows it', async () => {
    await write('overrides.csv', ['id,exercise,points,reason,by', 'a1,softmax,12,beyond,TA']);
    const book = await readGradeBook({ folder, results: [result('a1', 5)] }, { ...course, allowBonus: true });
    expect(book.grades[0]).toMatchObject({ final: 12 });
  });

  it('should keep what people say without points, and add what they give beside the checks', async () => {
    // The submission is called as the student: each row counts once all the same.
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

  it('should refuse points beside the checks above the maximum, and a comment on nothing', async () => {
    const header = 'id,exercise,points,reason,by';
    await write('overrides.csv', [header, 'a1,*,6,written question,Kim']);
    await expect(read([result('a1', 5)])).rejects.toThrow('a1 would have 11 of 10 points in 03-losses');
    await write('overrides.csv', [header, 'a1,softmux,,hm,Kim']);
    await expect(read([result('a1', 5)])).rejects.toThrow('no graded assignment has an exercise softmux');
    await write('overrides.csv', [header, 'zz,softmax,,hm,Kim']);
    await expect(read([result('a1', 5)])).rejects.toThrow('no one here is called zz');
  });

  it('should take times from a table of their own', async () => {
    await write('roster.csv', ['name,id', 'Ada,a1']);
    await write('times.csv', ['id,assignment,submittedAt,extendedUntil', 'a1,03-losses,2027-02-13T12:00:00Z,']);
    expect((await read([result('a1', 5)])).grades[0]).toMatchObject({
      penalty: 0.5,
      remarks: ['03-losses: 1 day late'],
    });
    await write('times.csv', ['id,assignment,submittedAt', 'a2,03-losses,2027-02-13T12:00:00Z']);
    await expect(read([result('a1', 5)])).rejects.toThrow('times.csv, row 2: no one in the roster has the id a2');
  });

  it('should judge by what the batch was begun with, and name what the course says otherwise', async () => {
    await write('roster.csv', ['name,id,submittedAt', 'Ada,a1,2027-02-13T12:00:00Z']);
    await write('batch.json', [JSON.stringify({ ...settings, course: keepJudging(course, ['03-losses']) })]);
    const next = { ...course, schedule: [{ id: '03-losses', due: new Date('2028-02-11T22:59:00Z') }] };
    const { grades, notes } = await readGradeBook({ folder, results: [result('a1', 5)] }, next);
    expect(grades[0]).toMatchObject({ penalty: 0.5 });
    expect(notes).toEqual([
      expect.stringContaining(
        '03-losses was due 2027-02-12 23:59 (Europe/Berlin), and is 2028-02-11 23:59 (Europe/Berlin) now',
      ),
    ]);
  });

  it('should say so when the roster that was given has changed since', async () => {
    await write('given.csv', ['name,id', 'Ada,a1']);
    await write('roster.csv', ['name,id', 'Ada,a1']);
    const given = join(folder, 'given.csv');
    await write('batch.json', [
      JSON.stringify({ ...settings, roster: { file: given, sha256: await hashOfFile(given) } }),
    ]);
    expect((await read([result('a1', 5)])).notes).toEqual([]);
    await write('given.csv', ['name,id,extendedUntil', 'Ada,a1,2027-03-01T00:00:00Z']);
    expect((await read([result('a1', 5)])).notes).toEqual([
      expect.stringContaining('given.csv has changed since the batch took it; name it with --roster'),
    ]);
  });

  it('should find whose a submission is by what the import has found', async () => {
    await write('roster.csv', ['name,id', 'Ada,CS/2021/001', 'Ann,@annlee']);
    await write('owners.json', [JSON.stringify({ CS_2021_001: ['CS/2021/001'], '_annlee-1a2b3c4d': ['@annlee'] })]);
    const { grades } = await read([result('CS_2021_001', 5), result('_annlee-1a2b3c4d', 6)]);
    expect(grades.map(({ final }) => final)).toEqual([5, 6]);
  });

  it.each([
    [
      'a2,softmax,8,why,TA',
      "row 2: no one here is called a2 (did you mean a1?); give a student's id or a submission's name",
    ],
    ['a1,softmx,8,why,TA', 'row 2: no graded assignment has an exercise softmx (did you mean softmax?)'],
    ['a1,softmax,11,why,TA', 'row 2: 11 points for softmax, whose maximum is 10'],
    ['a1,softmax,x,why,TA', 'row 2: x are no points; write a number of 0 or more'],
    ['a1,softmax,8,,TA', 'row 2 has no reason'],
  ])('should refuse the override %s', async (row, message) => {
    await write('overrides.csv', ['id,exercise,points,reason,by', row]);
    await expect(read([result('a1', 5)])).rejects.toThrow(message);
  });

  describe('over several batches of a term', () => {
    const policy = { ...course, latePolicy: { ...course.latePolicy, slipDays: 3 } };
    const batch = async (name: string, after: readonly string[]): Promise<void> => {
      await mkdir(join(folder, name, 'results'), { recursive: true });
      await write(join(name, 'batch.json'), [JSON.stringify({ ...settings, after })]);
      await write(join(name, 'results', 'a1.json'), [JSON.stringify(result('a1', 10))]);
      // A second into the second day: 2 days late.
      await write(join(name, 'roster.csv'), ['name,id,submittedAt', 'Ada,a1,2027-02-13T22:59:01Z']);
    };
    const gradeIn = async (name: string): Promise<unknown> => {
      const { grades } = await readGradeBook({ folder: join(folder, name), results: [result('a1', 10)] }, policy);
      return grades[0];
    };

    it('should count slip days once in a term', async () => {
      await batch('first', []);
      await batch('second', ['../first']);
      await batch('third', ['../first', '../second']);

      expect(await gradeIn('first')).toMatchObject({ final: 10 });
      // 3 days less 2 leave 1 for 2 late days: one costs 10 % of 10 points.
      expect(await gradeIn('second')).toMatchObject({ final: 9 });
      expect(await gradeIn('third')).toMatchObject({ final: 8 });
    });

    it('should say so where one is gone, or goes before itself', async () => {
      await batch('first', ['../second']);
      await batch('second', ['../first']);
      await expect(gradeIn('first')).rejects.toThrow('first goes before itself');
      await batch('second', ['../gone']);
      await expect(gradeIn('second')).rejects.toThrow('gone, whose slip days count in');
    });
  });

  it('should say what the import found no one for: whoever handed it in looks absent', async () => {
    await write('import.json', [
      JSON.stringify({ imported: [], unmatched: [{ label: 'doejane (user 7)', reason: '' }] }),
    ]);
    const { notes } = await read([result('a1', 5)]);
    expect(notes).toEqual([
      '1 hand-in was not imported, since no one in the roster fits: doejane (user 7); whoever handed them in is listed as absent',
    ]);
  });

  describe('after exercises were renamed, taken back or removed', () => {
    const row = 'a1,softmax,8,right idea,TA';
    const writeRows = (rows: readonly string[]): Promise<void> =>
      write('overrides.csv', ['id,exercise,points,reason,by,check', ...rows]);
    const changed = (change: (exercise: ExerciseJson) => ExerciseJson): SubmissionResult => {
      const { assignments, ...rest } = result('a1', 5);
      return {
        ...rest,
        assignments: assignments.map((one) => ({ ...one, exercises: one.exercises.map(change) })),
      };
    };

    it('should let overrides follow the new name, of checks too', async () => {
      const check = madeCheck('probabilities.result', 'failed', { points: 0, maxPoints: 6 });
      const renamed = changed((one) => ({ ...one, name: 'probabilities', formerNames: ['softmax'], checks: [check] }));
      await writeRows([`${row},`]);
      const whole = await read([renamed]);
      expect(whole.grades[0]).toMatchObject({ override: 3, final: 8 });
      expect(whole.notes).toContain(
        '8 points for softmax of a1 by TA (right idea): counts for probabilities, as softmax is called now',
      );
      await writeRows(['a1,softmax,4,right idea,TA,softmax.result']);
      expect((await read([renamed])).grades[0]).toMatchObject({ override: 4, final: 9 });
    });

    it('should set aside overrides of what is left out of the total', async () => {
      await writeRows([`${row},`]);
      const check = madeCheck('softmax.result', 'skipped', { points: 0, maxPoints: 0, withdrawn: 'left-out' });
      const { grades, notes } = await read([changed((one) => ({ ...one, checks: [check] }))]);
      expect(grades[0]).toMatchObject({ override: 0, final: 5 });
      expect(notes).toContain(
        '8 points for softmax of a1 by TA (right idea): counts no more, since softmax is left out of the total',
      );
    });

    it('should set aside overrides of what was removed, and refuse those of what never was', async () => {
      await writeRows([`${row},`]);
      await read([result('a1', 5)]);
      const removed = changed((one) => ({ ...one, name: 'hinge' }));
      for (let again = 0; again < 2; again += 1) {
        const { grades, notes } = await read([removed]);
        expect(grades[0]).toMatchObject({ override: 0, final: 5 });
        expect(notes).toContain(
          '8 points for softmax of a1 by TA (right idea): counts no more, since softmax is not there any more',
        );
      }
      await writeRows([`${row},`, 'a1,softmx,8,typo,TA,']);
      await expect(read([removed])).rejects.toThrow('row 3: no graded assignment has an exercise softmx');
    });
  });
});
