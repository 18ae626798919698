import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anotherId } from '../../testbed/course/ofCourse';
import { callGrader } from '../testing/callGrader';

describe('grade, called wrongly', () => {
  it.each([
    [
      'a folder that is not there',
      ['grade', 'no/such/folder'],
      /^grader: there is no folder or archive no\/such\/folder; give the folder of a submission/,
    ],
    [
      'a file',
      ['grade', 'package.json'],
      /^grader: package\.json is neither a folder nor a \.zip or \.tar\.gz; give the folder/,
    ],
    [
      'an unknown assignment',
      ['grade', 'solutions', '-a', `${anotherId}x`],
      new RegExp(`^grader: there is no assignment ${anotherId}x; did you mean ${anotherId}\\?`),
    ],
    [
      'an unknown option',
      ['grade', 'solutions', '--jsn', '-'],
      /^grader: unknown option '--jsn' \(Did you mean --json\?\); see --help\n$/,
    ],
    [
      'an unknown command',
      ['grad', 'solutions'],
      /^grader: unknown command 'grad' \(Did you mean grade\?\); see --help\n$/,
    ],
    ['a time limit of 0', ['grade', 'solutions', '--seconds', '0'], /must be a number of seconds above 0/],
  ])('should exit with 2 and say what to do: %s', async (_what, args, message) => {
    const { exitCode, stdout, stderr } = await callGrader(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('should exit with 1 where the result cannot be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grade-'));
    const { exitCode, stderr } = await callGrader([
      'grade',
      folder,
      '-a',
      anotherId,
      '--quiet',
      '--json',
      join(folder, 'no', 'result.json'),
    ]);
    rmSync(folder, { recursive: true });
    expect(stderr).toMatch(
      /^grader: .*result\.json could not be written: its folder does not exist; name another file\n$/,
    );
    expect(exitCode).toBe(1);
  });
});
