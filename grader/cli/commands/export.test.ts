import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSettings } from '../../class/batch/settings';
import { callGrader } from '../testing/callGrader';
import { folder, out, run, withResults, write } from '../testing/exportedClass';

describe('grader export', () => {
  withResults();

  it("should write a class's file, with a roster or without", async () => {
    expect(await run(['--format', 'csv', '--out', out])).toMatchObject({ exitCode: 0, stdout: `Wrote ${out}.\n` });
    expect(readFileSync(out, 'utf8').split('\n').slice(0, 2)).toEqual([
      'submission,03-losses,09-beyond,total,max,status',
      expect.stringMatching(/^a1,20,5,20,20,/),
    ]);
    const roster = write('roster.csv', ['name,id', 'Ada,a1']);
    await run(['--format', 'csv', '--roster', roster, '--out', out]);
    expect(readFileSync(out, 'utf8')).toContain('final');
  });

  it('should print only the file when it writes to standard output', async () => {
    const { stdout, exitCode } = await run(['--format', 'junit', '--submission', 'b2', '--out', '-']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^<\?xml[\s\S]*<\/testsuites>\n$/);
    expect(stdout).not.toContain('a1.03-losses');
  });

  it('should write a folder with one file per submission, and name the submissions without one', async () => {
    const { exitCode, stderr } = await run(['--format', 'gradescope', '--out', out]);
    expect(exitCode).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual(['a1.json', 'b2.json', 'd4.json', 'zz.json']);
    expect(stderr).toContain('e5 has no points in 03-losses');
    expect(stderr).toContain('c3 has no points, since nothing was graded: 03-losses is missing');
    expect(await run(['--format', 'gradescope', '--out', out])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        'is not a new folder; name one with --out, or one submission with --submission',
      ) as string,
    });
  });

  it('should accept a single result as well as a batch', async () => {
    const file = join(folder, 'OUT', 'results', 'b2.json');
    const { stdout } = await callGrader([
      'export',
      file,
      '--format',
      'exercism',
      '--assignment',
      '03-losses',
      '--out',
      '-',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ version: 3, status: 'fail', tests: { length: 3 } });
  });

  it('should count an optional assignment when it is named', async () => {
    const { stdout } = await run([
      '--format',
      'gradescope',
      '--submission',
      'a1',
      '--assignment',
      '09-beyond',
      '--out',
      '-',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ score: 5 });
  });

  it("should write a step's output and annotations only inside GitHub Actions", async () => {
    const output = write('output.txt', ['before=1', '']);
    const args = ['--format', 'github', '--submission', 'a1', '--out', out];
    expect((await run(args, { GITHUB_ACTIONS: 'false' })).stdout).toBe(`Wrote ${out}.\n`);
    const { stdout } = await run(args, { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output });
    expect(stdout).toContain('::notice title=Autograding complete::Points 20/20\n');
    expect(readFileSync(output, 'utf8')).toMatch(/^before=1\nresult=[A-Za-z0-9+/=]+\n$/);
  });

  it('should take the fields of Classroom 50 from the environment', async () => {
    const environment = {
      CLASSROOM: 'cs',
      ASSIGNMENT: 'losses',
      OWNER: 'bob',
      SUBMISSION_TAG: 'submit/1',
      COMMIT_URL: 'u',
      RELEASE_URL: 'v',
    };
    const args = [
      '--format',
      'classroom50',
      '--submission',
      'b2',
      '--set',
      'datetime=2027-02-12T22:59:00Z',
      '--out',
      '-',
    ];
    expect(JSON.parse((await run(args, environment)).stdout)).toMatchObject({
      owner: 'bob',
      review: 'u',
      score: 15,
      'max-score': 40,
    });
  });

  it('should list who is not graded yet after an interrupted batch', async () => {
    const submissions = join(folder, 'class');
    for (const name of ['a1', 'later']) mkdirSync(join(submissions, name), { recursive: true });
    await writeSettings(join(folder, 'OUT'), {
      schemaVersion: 1,
      submissions,
      submissionsFromHere: '../class',
      assignments: ['03-losses', '09-beyond'],
      named: true,
      scope: 'full',
      seedLabel: '00000000',
      secondsPerExercise: 10,
      graderVersion: '',
      node: '',
      tfjs: '',
      isolation: '',
      specHashes: {},
    });
    const roster = write('roster.csv', ['name,id', 'Ada,a1', 'Late,later', 'Al,f6']);
    const { stderr } = await run(['--format', 'canvas', '--roster', roster, '--out', out]);
    expect(stderr).toContain('1 is not graded yet, since the batch was interrupted; continue with --resume: later\n');
    expect(stderr).toContain('1 handed in nothing, left without a grade: f6\n');
  });
});
