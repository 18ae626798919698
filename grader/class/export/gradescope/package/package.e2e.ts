import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import { root, runGrader, testSeed } from '../../../../cli/testing/runGrader';
import { courseText, describeOfWith, sizeOf } from '../../../../testbed/course/ofCourse';
import { program } from '../../../../testbed/tools';
import { gradescopeSchema } from '../../testing/schemas';
import { zipOf } from '../../../../files';

interface Entry {
  readonly mode: number;
  readonly content: Buffer;
}

async function unzip(file: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  const zip = await fromBufferPromise(readFileSync(file), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.set(entry.fileName, {
      mode: (entry.externalFileAttributes >>> 16) & 0o777,
      content: Buffer.concat(chunks),
    });
  }
  return entries;
}

const solution = courseText('solutions', '03-losses', 'losses.ts');
const skeleton = courseText('assignments', '03-losses', 'losses.ts');
const { points } = sizeOf('03-losses');
/** Right, with the last two functions still to do. */
const halfDone = `${solution.slice(0, solution.indexOf('export function softmaxLoss'))}
export function softmaxLoss(): never { throw new NotImplementedError('softmaxLoss'); }
export function ridgeLoss(): never { throw new NotImplementedError('ridgeLoss'); }
import { NotImplementedError } from 'descent';
`;

// The autograder's scripts run on Linux.
describeOfWith(['03-losses'], program('bash'), 'grader package gradescope', () => {
  let folder = '';
  let entries: ReadonlyMap<string, Entry> = new Map();
  let printed = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'descent-package-'));
    // A submission's process runs as another user, who must be able to open the folder.
    chmodSync(folder, 0o755);
    const out = join(folder, 'autograder.zip');
    printed = runGrader(['package', 'gradescope', '--assignment', '03-losses', '--out', out]).stdout;
    entries = await unzip(out);
    for (const [path, { content, mode }] of entries) {
      const target = join(folder, 'source', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content, { mode });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'source', 'grader', 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs the real script on a submission of these files. */
  function run(
    files: Readonly<Record<string, string>>,
    metadata?: unknown,
  ): { exitCode: number | null; output: string; results: string } {
    for (const name of ['submission', 'results', 'submission_metadata.json'])
      rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, 'results'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'submission', path)), { recursive: true });
      writeFileSync(join(folder, 'submission', path), text);
    }
    if (metadata !== undefined) writeFileSync(join(folder, 'submission_metadata.json'), JSON.stringify(metadata));
    const env = {
      ...process.env,
      AUTOGRADER_ROOT: folder,
      DEBUG: '',
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
    };
    const { status, stdout, stderr } = spawnSync(join(folder, 'source', 'run_autograder'), [], {
      encoding: 'utf8',
      env,
    });
    const results = join(folder, 'results', 'results.json');
    return {
      exitCode: status,
      output: stdout + stderr,
      results: existsSync(results) ? readFileSync(results, 'utf8') : '',
    };
  }

  it('should have executable scripts at its root', () => {
    for (const name of ['setup.sh', 'run_autograder']) {
      expect(entries.get(name)).toMatchObject({ mode: 0o755 });
      expect(entries.get(name)?.content.toString().startsWith('#!/usr/bin/env bash\n')).toBe(true);
      expect(spawnSync('bash', ['-n', join(folder, 'source', name)]).status).toBe(0);
    }
    expect(printed).toContain(`${points} points. It contains hidden cases: for staff only.\n`);
  });

  it('should contain neither the seed, nor solutions, nor paths of this machine', () => {
    const lines = solution.slice(solution.indexOf('// BEGIN SOLUTION')).split('\n').slice(1);
    const secret = lines.find((line) => line.trim().length > 30)?.trim() ?? '';
    expect(secret).not.toBe('');
    for (const [path, { content }] of entries) {
      const text = content.toString('latin1');
      for (const word of [testSeed, 'BEGIN SOLUTION', root, secret]) {
        expect(`${path} has ${word}: ${text.includes(word)}`).toBe(`${path} has ${word}: false`);
      }
    }
    expect([...entries.keys()].filter((path) => /solutions|\.spec\.|02-/.test(path))).toEqual([]);
  });

  it('should give a right submission all points', () => {
    const { exitCode, results, output } = run({ 'losses.ts': solution });
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(`03-losses ${points}/${points}`) as string,
    });
    const { score, tests = [] } = gradescopeSchema.parse(JSON.parse(results));
    expect(score).toBe(points);
    expect(tests.reduce((sum, test) => sum + (test.max_score ?? 0), 0)).toBe(points);
    expect(readdirSync(join(folder, 'results'))).toEqual(['results.json']);
  });

  it('should give a half-done submission its points', () => {
    const { score, tests = [] } = gradescopeSchema.parse(JSON.parse(run({ '03-losses/losses.ts': halfDone }).results));
    expect(score).toBe(30);
    expect(tests.filter(({ output }) => output?.includes('still to do')).length).toBeGreaterThan(0);
  });

  it('should list the submitted files when the file is missing', () => {
    const { exitCode, results } = run({ 'notes.txt': 'hello' });
    expect(exitCode).toBe(0);
    expect(gradescopeSchema.parse(JSON.parse(results))).toMatchObject({
      score: 0,
      output: expect.stringContaining('there is no 03-losses/losses.ts\nwhat was handed in: notes.txt') as string,
    });
  });

  it('should compute lateness from the time of submission, not from the clock', () => {
    // The course's date is 2027-02-12T22:59Z with 15 minutes of grace, 10 % a day.
    const metadata = { created_at: '2027-02-13T12:00:00.000000+00:00', assignment: { due_date: null }, users: [] };
    const late = gradescopeSchema.parse(JSON.parse(run({ 'losses.ts': solution }, metadata).results));
    expect(late).toMatchObject({
      score: points * 0.9,
      output: expect.stringContaining(`1 day late, which costs ${points * 0.1} of ${points} points`) as string,
    });
  });

  it('should write no results when the grader fails', () => {
    const settings = join(folder, 'source', 'grader', 'settings.json');
    const before = readFileSync(settings);
    rmSync(settings);
    const { exitCode, results, output } = run({ 'losses.ts': skeleton });
    writeFileSync(settings, before);
    expect({ exitCode, results }).toEqual({ exitCode: 1, results: '' });
    expect(output).toContain('the autograder failed: settings.json of the package');
  });
});

describe('zipOf', () => {
  it('should write the same bytes for the same files in any order', async () => {
    const files = [
      { path: 'b', content: Buffer.from('2'), executable: true },
      { path: 'a/c', content: Buffer.from('1') },
    ];
    expect((await zipOf(files)).equals(await zipOf(files.toReversed()))).toBe(true);
  });
});
