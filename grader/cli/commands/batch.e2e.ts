import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeOf } from '../../testbed/course/ofCourse';
import {
  begin,
  call,
  folder,
  gradesOf,
  id,
  out,
  patient,
  points,
  resultOf,
  resultsIn,
  skeleton,
  solution,
  submissions,
  textOf,
  withClass,
  withoutTimes,
} from '../testing/batchedClass';
import { runGrader, testSeed, type Run } from '../testing/runGrader';

withClass();

describeOf(id)('batch', () => {
  let first: Run;
  let second: Run;
  beforeAll(() => {
    // The first run uses cold processes, the second forked ones.
    first = runGrader(call('first', '--jobs', '1'), { DESCENT_WARM: '0' });
    second = runGrader(call('second', '--jobs', '3'), { DESCENT_WARM: '1' });
  });

  it('should grade every submission, and list what was ignored or renamed', () => {
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toMatch(
      /^7 of 7 graded in \d+ s \(\d+\.\d\/s\): .*grades\.csv, .*report\/index\.html\nignored, neither folders nor archives: roster\.csv\n/,
    );
    expect(first.stdout).toMatch(
      /"=frank" is named _frank-[0-9a-f]{8} here: a spreadsheet would take it for a formula\n$/,
    );
    expect(first.stderr).toContain('needs a person: carol, 06-optimizers: does not compile');
    expect(second.exitCode).toBe(0);
  });

  it('should give each submission its own verdict', () => {
    const rows = gradesOf('first')
      .replace(/_frank-[0-9a-f]{8}/, '_frank')
      .split('\n');
    expect(rows).toEqual([
      `submission,${id},total,max,status`,
      `_frank,${points},${points},${points},graded`,
      `alice,${points},${points},${points},graded`,
      `bob,0,0,${points},graded`,
      `carol,,,${points},unreadable`,
      `dan,${points},${points},${points},graded`,
      `gina,,,${points},missing`,
      `hugo,,,${points},unreadable`,
      '',
    ]);
  });

  it('should keep the points of other exercises when one function never returns', () => {
    const args = [
      'batch',
      join(folder, 'endless'),
      '--out',
      out('timeout'),
      '-a',
      id,
      '--seconds',
      '5',
      '--allow-weak-isolation',
    ];
    expect(runGrader(args).exitCode).toBe(0);
    const exercises = resultOf('timeout', 'erna.json').assignments[0]?.exercises ?? [];
    expect(exercises.map(({ status }) => status)).toEqual(['timeout', ...exercises.slice(1).map(() => 'passed')]);
  });

  it('should give the same results, except for times, regardless of the other submissions', () => {
    expect(resultsIn('second')).toEqual(resultsIn('first'));
    for (const file of resultsIn('first'))
      expect(withoutTimes(textOf('second', file))).toBe(withoutTimes(textOf('first', file)));
    expect(gradesOf('second')).toBe(gradesOf('first'));
  });

  it('should never write the seed', () => {
    for (const file of ['batch.json', 'grades.csv', 'results/alice.json']) {
      expect(readFileSync(join(out('first'), file), 'utf8')).not.toContain(testSeed);
    }
  });

  it('should not touch an existing batch without --resume', () => {
    const { exitCode, stderr } = runGrader(call('first'));
    expect(stderr).toMatch(
      /^grader: .*first already has a batch; continue it with --resume, or name another folder with --out\n$/,
    );
    expect(exitCode).toBe(2);
  });

  it.each([
    [
      'another seed',
      ['--seed', 'other'],
      /can't be resumed: its hidden cases come from the seed labelled [0-9a-f]{8}, not [0-9a-f]{8}; give the same --seed/,
    ],
    [
      'other assignments',
      ['-a', '03-losses'],
      /can't be resumed: it is for 06-optimizers, not 03-losses, 06-optimizers; give --assignment 06-optimizers/,
    ],
    ['another time limit', ['--seconds', '4'], /can't be resumed: an exercise had 10 s, not 4; give --seconds 10/],
  ])('should refuse to resume with %s', (_what, more, message) => {
    const { exitCode, stderr } = runGrader(call('first', '--resume', ...more));
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it('should regrade only what has changed, and set aside withdrawn submissions', () => {
    const times = (): readonly number[] =>
      ['alice.json', 'dan.json'].map((file) => statSync(join(out('second'), 'results', file)).mtimeMs);
    const before = times();
    writeFileSync(join(submissions, 'bob', id, 'optimizers.ts'), solution);
    rmSync(join(submissions, 'hugo.zip'));
    const { stdout, exitCode } = runGrader(call('second', '--resume'));
    writeFileSync(join(submissions, 'bob', id, 'optimizers.ts'), skeleton);
    writeFileSync(join(submissions, 'hugo.zip'), 'no archive');
    expect(stdout).toContain('5 earlier results kept\nchanged, graded again: bob\n');
    expect(stdout).toContain('no longer submitted, moved to withdrawn/: hugo\n');
    expect(exitCode).toBe(0);
    expect(resultOf('second', 'bob.json').score).toBe(points);
    expect(times()).toEqual(before);
  });
});

describeOf(id)('batch, ended early', () => {
  it('should keep every finished result when killed, and grade nothing twice', async () => {
    const results = 1 + Math.floor(Math.random() * 5);
    const killed = await begin('killed', results, (batch) => batch.kill('SIGKILL'));
    const before = new Map(
      resultsIn('killed').map((file) => [file, statSync(join(out('killed'), 'results', file)).mtimeMs]),
    );
    const { exitCode, stdout } = runGrader(call('killed', '--resume', ...patient));
    const what = `killed after ${results} results`;
    expect([what, killed, exitCode]).toEqual([what, 'SIGKILL', 0]);
    expect([what, before.size >= results]).toEqual([what, true]);
    expect(stdout).toMatch(new RegExp(`^${before.size} earlier results? kept$`, 'm'));
    for (const [file, time] of before)
      expect([what, statSync(join(out('killed'), 'results', file)).mtimeMs]).toEqual([what, time]);
    expect(gradesOf('killed')).toBe(gradesOf('first'));
  });

  it('should write the grades so far when interrupted, and exit with 128 + the signal', async () => {
    let while_: Run | undefined;
    const code = await begin('interrupted', 2, (batch) => {
      // The folder is locked against other batches in the meantime.
      while_ = runGrader(call('interrupted', '--resume', ...patient));
      batch.kill('SIGINT');
    });
    expect(while_?.stderr).toMatch(/is in use by another batch \(process \d+\); wait for it/);
    expect(while_?.exitCode).toBe(2);
    expect(code).toBe(130);
    const rows = gradesOf('interrupted').trim().split('\n').slice(1);
    expect(rows).toHaveLength(8);
    expect(rows.filter((row) => row.endsWith(',graded')).length).toBeGreaterThanOrEqual(2);
    expect(rows.some((row) => row.endsWith(`,,${points},pending`))).toBe(true);
    expect(runGrader(call('interrupted', '--resume', ...patient)).exitCode).toBe(0);
    expect(gradesOf('interrupted')).toBe(gradesOf('first'));
  });
});
