import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callGrader } from '../testing/callGrader';
import { folder, out, run, withResults, write } from '../testing/exportedClass';

describe('grader export, refused', () => {
  withResults();

  describe.each<[what: string, args: () => string[], exitCode: 1 | 2, message: string]>([
    ['an unknown format', () => ['--format', 'canvs'], 2, 'there is no format canvs; did you mean canvas?'],
    ['no worksheet given', () => ['--format', 'moodle-worksheet'], 2, 'name it with --into'],
    [
      '--into for a format that fills in nothing',
      () => ['--format', 'csv', '--into', 'x.csv'],
      2,
      "csv doesn't fill in a file",
    ],
    [
      'an unknown assignment',
      () => ['--format', 'csv', '-a', '03-loss'],
      2,
      'has no results of 03-loss; did you mean 03-losses?',
    ],
    [
      'an unknown submission',
      () => ['--format', 'csv', '--submission', 'quite-unlike'],
      2,
      'has no submission quite-unlike; known: a1',
    ],
    ['a column without title', () => ['--format', 'canvas', '--column', '03-losses'], 2, 'It must be NAME=VALUE'],
    [
      'a column of an unknown assignment',
      () => ['--format', 'canvas', '--column', '03-loses=X'],
      2,
      'did you mean 03-losses?',
    ],
    [
      'an unknown field',
      () => ['--format', 'classroom50', '--set', 'ower=X'],
      2,
      'there is no field ower; did you mean owner?',
    ],
    [
      'a missing gradebook',
      () => ['--format', 'canvas', '--into', join(folder, 'none.csv')],
      1,
      'there is no such file',
    ],
    [
      'a roster with a duplicate id',
      () => ['--format', 'csv', '--roster', write('r.csv', ['name,id', 'A,x', 'B,x'])],
      1,
      'have the same id x',
    ],
    [
      'a roster without ids',
      () => ['--format', 'csv', '--roster', write('r.csv', ['name', 'A'])],
      1,
      'lacks the column id',
    ],
  ])('on %s', (_what, args, exitCode, message) => {
    it('should report it in one sentence, and write nothing', async () => {
      const { stderr, stdout, ...ran } = await run([...args(), '--out', out]);
      expect({ ...ran, stdout }).toEqual({ exitCode, stdout: '' });
      expect(stderr.trim().split('\n').at(-1)).toContain(message);
      expect(existsSync(out)).toBe(false);
    });
  });

  it('should write no grades when an override matches no one', async () => {
    const header = 'id,exercise,points,reason,by';
    write('OUT/overrides.csv', [header, 'bob,softmax,4,why,TA']);
    const { exitCode, stderr } = await run(['--format', 'csv', '--out', out]);
    expect({ exitCode, written: existsSync(out) }).toEqual({ exitCode: 1, written: false });
    expect(stderr).toContain('row 2: unknown student or submission bob');
  });

  it('should report that there is no batch', async () => {
    expect(await callGrader(['export', join(folder, 'none'), '--format', 'csv', '--out', out])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('give the folder that `grader batch DIR --out OUT` wrote') as string,
    });
  });

  it("should leave the existing file alone when the new one can't be written", async () => {
    writeFileSync(out, 'precious');
    expect(await run(['--format', 'csv', '--out', join(out, 'x.csv')])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        'could not be written: its folder is a file; name another file with --out',
      ) as string,
    });
    expect(readFileSync(out, 'utf8')).toBe('precious');
  });
});
