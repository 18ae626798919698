import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anotherId as id } from '../../testbed/course/ofCourse';
import { callGrader } from '../testing/callGrader';

let folder = '';
let submissions = '';
const out = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-'));
  submissions = join(folder, 'submissions');
  mkdirSync(join(submissions, 'alice'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('batch, called wrongly', () => {
  it.each([
    [
      'a folder that is not there',
      ['batch', 'no/such', '--out', 'x'],
      /there is no folder no\/such; give the folder of submissions/,
    ],
    ['a file', ['batch', 'package.json', '--out', 'x'], /package\.json is not a folder; give the folder/],
    ['no place to write to', ['batch', 'solutions'], /required option '-o, --out <folder>' not specified/],
    ['no jobs', ['batch', 'solutions', '--out', 'x', '--jobs', '0'], /must be a whole number from 1 to 256/],
  ])('should exit with 2 and say what to do: %s', async (_what, args, message) => {
    const { exitCode, stderr } = await callGrader(args);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it("should report that the roster can't be stored, and what to do", async () => {
    const roster = join(folder, 'roster.csv');
    writeFileSync(roster, 'name,id,email\nAlice,alice,\n');
    writeFileSync(join(submissions, 'alice', 'notes.txt'), '');
    mkdirSync(join(out('graded'), 'roster.csv', 'in-the-way'), { recursive: true });
    const args = ['batch', submissions, '--out', out('graded'), '--roster', roster, '-a', id, '--allow-weak-isolation'];
    const { exitCode, stderr } = await callGrader(args);
    expect(stderr).toMatch(
      /roster\.csv could not be written: .*; fix that and run it again, or name another folder with --out\n$/,
    );
    expect(exitCode).toBe(1);
  });

  it('should report an empty folder, and create no batch', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    writeFileSync(join(empty, 'notes.txt'), '');
    const { exitCode, stderr } = await callGrader([
      'batch',
      empty,
      '--out',
      out('none'),
      '-a',
      id,
      '--allow-weak-isolation',
    ]);
    expect(stderr).toMatch(
      /empty has no submissions: it has only notes\.txt; give a folder with a folder or an archive/,
    );
    expect(exitCode).toBe(2);
    expect(readdirSync(out('none'))).toEqual([]);
  });

  it('should not write into the folder of submissions', async () => {
    const inside = join(submissions, 'graded');
    const { exitCode, stderr } = await callGrader([
      'batch',
      submissions,
      '--out',
      inside,
      '-a',
      id,
      '--allow-weak-isolation',
    ]);
    rmSync(inside, { recursive: true });
    expect(stderr).toMatch(/graded is inside .*submissions, so it would be graded itself; name a folder outside/);
    expect(exitCode).toBe(2);
  });

  it('should refuse isolation weaker than the course requires', async () => {
    const args = ['batch', submissions, '--out', out('weak'), '-a', id];
    const { exitCode, stderr } = await callGrader(args, { DESCENT_ISOLATION: 'process' });
    expect(stderr).toMatch(
      /would run at isolation level process, and the course demands permissions-uid; `grader doctor` says how to get it/,
    );
    expect(exitCode).toBe(2);
  });
});
