import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionResult } from '../../pipeline/report';
import { madeTarGz } from '../../pipeline/submission/archives/testing/madeTarGz';
import { root, runGrader, testSeed, type Run } from '../testing/runGrader';
import { courseText, describeOf, sizeOf } from '../../testbed/course/ofCourse';

const id = '06-optimizers';
const solution = courseText('solutions', id, 'optimizers.ts');
const skeleton = courseText('assignments', id, 'optimizers.ts');
const { points } = sizeOf(id);
/** The first of the ten exercises never returns; the others are right. */
const endless = solution.replace(/(export function sgdStep[^{]*(?:\{[^}]*\}[^{]*)?\{)\n/, '$1\n  for (;;);\n');

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'descent-class-')));
const submissions = join(folder, 'submissions');
const out = (name: string): string => join(folder, name);

beforeAll(async () => {
  const write = (name: string, text: string): void => {
    mkdirSync(join(submissions, name, id), { recursive: true });
    writeFileSync(join(submissions, name, id, 'optimizers.ts'), text);
  };
  write('alice', solution);
  write('bob', skeleton);
  write('carol', 'export function sgdStep( {');
  mkdirSync(join(folder, 'endless', 'erna', id), { recursive: true });
  writeFileSync(join(folder, 'endless', 'erna', id, 'optimizers.ts'), endless);
  write('=frank', solution);
  mkdirSync(join(submissions, 'gina'));
  writeFileSync(join(submissions, 'dan.tar.gz'), await madeTarGz([{ name: `${id}/optimizers.ts`, content: solution }]));
  writeFileSync(join(submissions, 'hugo.zip'), 'no archive');
  writeFileSync(join(submissions, 'roster.csv'), 'name,id\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const call = (name: string, ...more: readonly string[]): string[] => [
  'batch',
  submissions,
  '--out',
  out(name),
  '-a',
  id,
  '--allow-weak-isolation',
  ...more,
];

const resultsIn = (name: string): readonly string[] =>
  readdirSync(join(out(name), 'results'))
    .filter((file) => file.endsWith('.json'))
    .toSorted();
const textOf = (name: string, file: string): string => readFileSync(join(out(name), 'results', file), 'utf8');
const resultOf = (name: string, file: string): SubmissionResult => JSON.parse(textOf(name, file)) as SubmissionResult;
const gradesOf = (name: string): string => readFileSync(join(out(name), 'grades.csv'), 'utf8');
const withoutTimes = (text: string): string => text.replace(/"durationMs": \d+/g, '');

/** The endless function has to keep running: without it the batch could finish before the test interrupts it. */
const patient = ['--seconds', '600'];
const zoe = join(submissions, 'zoe');

/** Starts a batch that never ends, and calls the action once that many results are written. */
async function begin(
  name: string,
  results: number,
  act: (batch: ChildProcess) => void,
): Promise<number | string | null> {
  cpSync(join(folder, 'endless', 'erna'), zoe, { recursive: true });
  const batch = spawn(
    process.execPath,
    [join(root, 'grader', 'cli', 'bin.js'), ...call(name, '--jobs', '1', '--quiet', ...patient)],
    {
      env: { ...process.env, DESCENT_HIDDEN_SEED: testSeed },
      stdio: 'ignore',
    },
  );
  const ended = new Promise<number | string | null>((resolve) =>
    batch.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const looking = setInterval(() => {
    const there = (): number => readdirSync(join(out(name), 'results')).filter((file) => file.endsWith('.json')).length;
    try {
      if (there() < results) return;
    } catch {
      return;
    }
    clearInterval(looking);
    act(batch);
  }, 20);
  return ended.finally(() => {
    clearInterval(looking);
    rmSync(zoe, { recursive: true });
  });
}

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

describeOf(id)('regrade', () => {
  const args = ['regrade', out('regraded'), '--allow-weak-isolation'];
  beforeAll(() => {
    cpSync(out('first'), out('regraded'), { recursive: true });
    // Simulates a grade by an earlier version of the checks.
    const file = join(out('regraded'), 'results', 'alice.json');
    const result = JSON.parse(readFileSync(file, 'utf8')) as SubmissionResult;
    const [assignment] = result.assignments;
    const [exercise] = assignment?.exercises ?? [];
    if (assignment === undefined || exercise === undefined) throw new Error('alice has no result');
    Object.assign(exercise, { score: 7.5, status: 'failed' });
    Object.assign(assignment, { score: points - 2.5, specHash: 'older' });
    writeFileSync(file, JSON.stringify({ ...result, score: points - 2.5 }));
  });

  it('should show whose score changes and by how much, and leave the results as they are', () => {
    const { stdout, exitCode } = runGrader(args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^1 of 7 results changes; totals are out of [\d.]+ points\n\nsubmission +before +after +change +because of\n/,
    );
    expect(stdout.replace(/ +/g, ' ')).toContain(
      `\nalice ${points - 2.5} ${points} +2.5 sgdStep 7.5 → 10 (failed → passed)\n`,
    );
    expect(stdout).toMatch(/Nothing was changed yet. To apply: grader regrade .* --write\n$/);
    expect(resultOf('regraded', 'alice.json').score).toBe(points - 2.5);
  });

  it('should replace the results with --write', () => {
    const { stdout, exitCode } = runGrader([...args, '--write']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('written to');
    expect(withoutTimes(textOf('regraded', 'alice.json'))).toBe(withoutTimes(textOf('first', 'alice.json')));
    expect(gradesOf('regraded')).toBe(gradesOf('first'));
    expect(readdirSync(out('regraded')).toSorted()).toEqual([
      '.gitignore',
      'batch.json',
      'grades.csv',
      'history',
      'report',
      'results',
    ]);
    const { stdout: json } = runGrader([...args, '--json', '-']);
    expect(JSON.parse(json)).toEqual({ compared: 7, maxBefore: points, maxAfter: points, moves: [] });
  });

  it('should refuse another seed', () => {
    const { stderr, exitCode } = runGrader([...args, '--seed', 'other']);
    expect(stderr).toMatch(
      /was graded with the hidden seed labelled [0-9a-f]{8}, but this one is [0-9a-f]{8}.*; give the same --seed\n$/,
    );
    expect(exitCode).toBe(2);
  });
});
