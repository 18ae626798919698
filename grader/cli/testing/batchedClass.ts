import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionResult } from '../../pipeline/report';
import { madeTarGz } from '../../pipeline/submission/archives/testing/madeTarGz';
import { courseText, sizeOf } from '../../testbed/course/ofCourse';
import { root, testSeed } from './runGrader';

export const id = '06-optimizers';
export const solution = courseText('solutions', id, 'optimizers.ts');
export const skeleton = courseText('assignments', id, 'optimizers.ts');
export const { points } = sizeOf(id);
/** The first of the ten exercises never returns; the others are right. */
const endless = solution.replace(/(export function sgdStep[^{]*(?:\{[^}]*\}[^{]*)?\{)\n/, '$1\n  for (;;);\n');

export const folder = realpathSync(mkdtempSync(join(tmpdir(), 'descent-class-')));
export const submissions = join(folder, 'submissions');
export const out = (name: string): string => join(folder, name);

/** Writes the submissions before all tests of a file, and removes everything after them. */
export function withClass(): void {
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
    writeFileSync(
      join(submissions, 'dan.tar.gz'),
      await madeTarGz([{ name: `${id}/optimizers.ts`, content: solution }]),
    );
    writeFileSync(join(submissions, 'hugo.zip'), 'no archive');
    writeFileSync(join(submissions, 'roster.csv'), 'name,id\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

export const call = (name: string, ...more: readonly string[]): string[] => [
  'batch',
  submissions,
  '--out',
  out(name),
  '-a',
  id,
  '--allow-weak-isolation',
  ...more,
];

export const resultsIn = (name: string): readonly string[] =>
  readdirSync(join(out(name), 'results'))
    .filter((file) => file.endsWith('.json'))
    .toSorted();
export const textOf = (name: string, file: string): string => readFileSync(join(out(name), 'results', file), 'utf8');
export const resultOf = (name: string, file: string): SubmissionResult =>
  JSON.parse(textOf(name, file)) as SubmissionResult;
export const gradesOf = (name: string): string => readFileSync(join(out(name), 'grades.csv'), 'utf8');
export const withoutTimes = (text: string): string => text.replace(/"durationMs": \d+/g, '');

/** The endless function has to keep running: without it the batch could finish before the test interrupts it. */
export const patient = ['--seconds', '600'];
const zoe = join(submissions, 'zoe');

/** Starts a batch that never ends, and calls the action once that many results are written. */
export async function begin(
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
