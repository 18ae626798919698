import type { ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { madeCheck } from '../testing/results';
import { useBatchFolder } from './testing/batchFolder';
import { result } from './testing/samples';

describe('followOverrides', () => {
  const { write, read } = useBatchFolder();
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

  it('should apply overrides to the new name of an exercise and its checks', async () => {
    const check = madeCheck('probabilities.result', 'failed', { maxPoints: 6 });
    const renamed = changed((one) => ({ ...one, name: 'probabilities', formerNames: ['softmax'], checks: [check] }));
    await writeRows([`${row},`]);
    const whole = await read([renamed]);
    expect(whole.grades[0]).toMatchObject({ override: 3, final: 8 });
    expect(whole.notes).toContain(
      '8 points for softmax of a1 by TA (right idea): applied to probabilities, the new name of softmax',
    );
    await writeRows(['a1,softmax,4,right idea,TA,softmax.result']);
    expect((await read([renamed])).grades[0]).toMatchObject({ override: 4, final: 9 });
  });

  it('should ignore overrides of checks left out of the total', async () => {
    await writeRows([`${row},`]);
    const check = madeCheck('softmax.result', 'skipped', { withdrawn: 'left-out' });
    const { grades, notes } = await read([changed((one) => ({ ...one, checks: [check] }))]);
    expect(grades[0]).toMatchObject({ override: 0, final: 5 });
    expect(notes).toContain(
      '8 points for softmax of a1 by TA (right idea): ignored, since softmax is left out of the total',
    );
  });

  it('should ignore overrides of removed exercises, and refuse unknown ones', async () => {
    await writeRows([`${row},`]);
    await read([result('a1', 5)]);
    const removed = changed((one) => ({ ...one, name: 'hinge' }));
    for (let again = 0; again < 2; again += 1) {
      const { grades, notes } = await read([removed]);
      expect(grades[0]).toMatchObject({ override: 0, final: 5 });
      expect(notes).toContain('8 points for softmax of a1 by TA (right idea): ignored, since softmax was removed');
    }
    await writeRows([`${row},`, 'a1,softmx,8,typo,TA,']);
    await expect(read([removed])).rejects.toThrow('row 3: no graded assignment has an exercise softmx');
  });
});
