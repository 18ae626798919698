/**
 * Time from saving a file to its verdict on the terminal, for `npm run watch` and `jest --watchAll` in turn, on solutions
 * of three assignments, saved with a change of whitespace.
 *
 *     npm run bench -- saveToVerdict [ROUNDS]
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './shared/median';

const root = resolve('.');
const rounds = Number(process.argv[2] ?? 10);
const changes = [
  { id: '03-losses', file: 'losses.ts', from: 'return tf.tidy(', to: 'return tf.tidy( ' },
  { id: '06-optimizers', file: 'optimizers.ts', from: 'export function', to: 'export  function' },
  { id: '09-beyond', file: 'beyond.ts', from: 'export function', to: 'export  function' },
];

/** A watching program, and the output that ends its verdict. */
interface Watcher {
  readonly name: string;
  readonly start: (copy: string, id: string) => ChildProcess;
  readonly verdict: RegExp;
}

const watchers: readonly Watcher[] = [
  {
    name: 'npm run watch',
    start: (copy, id) =>
      spawn(process.execPath, [join(copy, 'grader/cli/bin.js'), 'watch', id, '--plain'], options(copy)),
    verdict: /save a file to check it/,
  },
  {
    name: 'jest --watchAll',
    start: (copy, id) =>
      spawn(
        process.execPath,
        [
          join(copy, 'node_modules/jest/bin/jest.js'),
          '--watchAll',
          '--selectProjects',
          'public',
          '--testPathPatterns',
          id,
        ],
        options(copy),
      ),
    verdict: /^Time: /m,
  },
];

function options(copy: string): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  return { cwd: copy, env: { ...process.env, NO_COLOR: '1', DESCENT_LANG: 'en' } };
}

async function main(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'save-to-verdict-'));
  try {
    for (const name of ['assignments', 'data', 'grader', 'jest.config.js', 'package.json', 'tsconfig.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    console.log('| assignment | program | median ms | of |\n| --- | --- | ---: | --- |');
    for (const change of changes) {
      for (const watcher of watchers) {
        const times = await measure(copy, change, watcher);
        const shown = times.map((time) => time.toFixed(0)).join(' ');
        console.log(`| ${change.id} | ${watcher.name} | ${median(times).toFixed(0)} | ${shown} |`);
      }
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function measure(
  copy: string,
  { id, file, from, to }: (typeof changes)[number],
  watcher: Watcher,
): Promise<readonly number[]> {
  const path = join(copy, 'assignments', id, file);
  const right = readFileSync(join(root, 'solutions', id, file), 'utf8');
  writeFileSync(path, right);
  const child = watcher.start(copy, id);
  try {
    await waitForOutput(child, watcher.verdict);
    // The warm process starts within two seconds.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      writeFileSync(path, round % 2 === 0 ? right.replace(from, to) : right);
      await waitForOutput(child, watcher.verdict);
      times.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return times;
  } finally {
    child.kill('SIGKILL');
  }
}

function waitForOutput(child: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    const listen = (data: Buffer): void => {
      text += data.toString();
      if (!pattern.test(text)) return;
      child.stdout?.off('data', listen);
      child.stderr?.off('data', listen);
      resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
}

void main();
