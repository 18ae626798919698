import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readGradeBook } from './readGradeBook';
import { course, settings, useBatchFolder } from './testing/batchFolder';
import { result } from './testing/samples';

describe('slipDaysBefore', () => {
  const { path, write } = useBatchFolder();
  const policy = { ...course, latePolicy: { ...course.latePolicy, slipDays: 3 } };
  const batch = async (name: string, after: readonly string[]): Promise<void> => {
    await mkdir(path(join(name, 'results')), { recursive: true });
    await write(join(name, 'batch.json'), [JSON.stringify({ ...settings, after })]);
    await write(join(name, 'results', 'a1.json'), [JSON.stringify(result('a1', 10))]);
    // A second into the second day: 2 days late.
    await write(join(name, 'roster.csv'), ['name,id,submittedAt', 'Ada,a1,2027-02-13T22:59:01Z']);
  };
  const gradeIn = async (name: string): Promise<unknown> => {
    const { grades } = await readGradeBook({ folder: path(name), results: [result('a1', 10)] }, policy);
    return grades[0];
  };

  it('should count slip days used in earlier batches', async () => {
    await batch('first', []);
    await batch('second', ['../first']);
    await batch('third', ['../first', '../second']);

    expect(await gradeIn('first')).toMatchObject({ final: 10 });
    // 3 - 2 = 1 slip day is left for 2 late days: the other costs 10 % of 10 points.
    expect(await gradeIn('second')).toMatchObject({ final: 9 });
    expect(await gradeIn('third')).toMatchObject({ final: 8 });
  });

  it('should refuse a batch that is missing or comes before itself', async () => {
    await batch('first', ['../second']);
    await batch('second', ['../first']);
    await expect(gradeIn('first')).rejects.toThrow('first comes before itself');
    await batch('second', ['../gone']);
    await expect(gradeIn('second')).rejects.toThrow('gone, whose slip days count in');
  });
});
