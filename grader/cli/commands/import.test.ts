import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeZip } from '../../pipeline/submission/archives/testing/madeZip';
import { callGrader } from '../testing/callGrader';
import type { Run } from '../testing/runGrader';
import { itOf } from '../../testbed/course/ofCourse';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  writeFileSync(join(folder, 'roster.csv'), 'name,id,email\nBob Stone,s2,bob@example.org\nJane Doe,s1,\n');
  writeFileSync(
    join(folder, 'submissions.zip'),
    madeZip([
      { name: 'stonebob_LATE_102_9003_losses-1.ts', content: 'export {};' },
      { name: 'otherann_103_9004_losses.ts' },
    ]),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (zip: string, ...args: readonly string[]): Promise<Run> =>
  callGrader([
    'import',
    join(folder, zip),
    '--roster',
    join(folder, 'roster.csv'),
    '--out',
    join(folder, 'class'),
    ...args,
  ]);

describe('import', () => {
  itOf('03-losses')('should list imported, unmatched and absent students', async () => {
    const { exitCode, stdout } = await run('submissions.zip', '--from', 'Canvas');

    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'class/s2/03-losses/losses.ts'), 'utf8')).toBe('export {};');
    expect(stdout.replaceAll(folder, '')).toBe(
      [
        'Imported the work of 1 of 2 students from Canvas into /class.',
        '',
        'Unmatched (1), not imported; --map FILE, a table label,id, says whose they are:',
        '  otherann (user 103): no one in the roster has this name',
        '',
        'Absent (1), in the roster without a hand-in:',
        '  Jane Doe (s1)',
        '',
        "Marked late by Canvas, which doesn't say when; the mark is in /class/roster.csv, where submittedAt can be entered:",
        '  s2',
        '',
        'Next: grader batch /class --out OUT --roster /class/roster.csv --assignment 03-losses',
        '',
      ].join('\n'),
    );
  });

  it.each([
    {
      what: 'an unknown platform',
      args: ['submissions.zip', '--from', 'ilias'],
      message: /It must be one of canvas, moodle, gradescope/,
    },
    {
      what: 'a missing zip',
      args: ['no.zip', '--from', 'moodle'],
      message: /there is no file .*no\.zip; give the zip that Moodle made/,
    },
    {
      what: 'no archive',
      args: ['roster.csv', '--from', 'moodle'],
      message: /roster\.csv is neither a folder nor a \.zip or \.tar\.gz/,
    },
  ])('should exit with 2 for $what', async ({ args: [zip = '', ...args], message }) => {
    const { exitCode, stderr } = await run(zip, ...args);

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, 'class'))).toBe(false);
  });

  it('should exit with 2 when the download comes from another platform, or the folder is not empty', async () => {
    const other = await run('submissions.zip', '--from', 'moodle');
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toMatch(/looks like one from Canvas; use --from canvas/);

    expect(await run('submissions.zip', '--from', 'canvas', '--quiet')).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
    const again = await run('submissions.zip', '--from', 'canvas');
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toMatch(/already exists and is not empty; name a new folder/);
  });
});
