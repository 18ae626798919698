import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../../files/removeFolder';
import { copyCheckout } from './testing/copyCheckout';
import { courseText, describeOf, sizeOf } from '../../testbed/course/ofCourse';

const file = 'assignments/03-losses/losses.ts';
const solution = courseText('solutions', '03-losses', 'losses.ts');
const skeleton = courseText(file);
const { checks, exercises } = sizeOf('03-losses');

/** The solution up to softmax, this crossEntropy, and todos for the rest. */
const losses = (crossEntropy: string): string =>
  [
    "import { NotImplementedError } from 'descent';",
    solution.slice(0, solution.indexOf('/**\n', solution.indexOf('export function softmax(') + 1)),
    crossEntropy,
    skeleton.slice(skeleton.indexOf('/**\n', skeleton.indexOf('export function crossEntropy') + 1)),
  ].join('\n');

describeOf('03-losses')('npm test', () => {
  let checkout = '';
  beforeAll(() => {
    checkout = copyCheckout({ isBuilt: true });
  });
  afterAll(() => removeFolder(checkout));

  const environment = (seconds: number): NodeJS.ProcessEnv => ({
    ...process.env,
    DESCENT_SECONDS: String(seconds),
    DESCENT_LANG: 'en',
    NO_COLOR: '1',
  });
  function npmTest(text: string, seconds: number, more: readonly string[] = []): string {
    writeFileSync(join(checkout, file), text);
    const cli = join(checkout, 'grader', 'student', 'jest', 'cli.js');
    return spawnSync(process.execPath, [cli, '03-losses', ...more], {
      cwd: checkout,
      encoding: 'utf8',
      env: environment(seconds),
    }).stderr;
  }

  it('should report which function never ends in which case, and keep the other results', () => {
    const said = npmTest(losses('export const crossEntropy = () => { for (;;); };'), 3);
    expect(said).toContain(
      'fix first:\n  crossEntropy › did not finish   (public case 1)\n    smallest case   scores = ',
    );
    expect(said).toContain(
      'stopped after 3 s: is there a loop that never ends?\n    Replay: npm test -- 03-losses -t crossEntropy\n',
    );
    // Todos are distinguished from functions that are not reached.
    expect(said).toMatch(new RegExp(`public checks: \\d+ of ${checks} pass, ${exercises - 2} functions to do`));
    expect(said).not.toContain('softmax ›');
  });

  it('should report a file that never finishes loading', () => {
    const said = npmTest(`${skeleton}\nfor (;;);\n`, 1);
    expect(said).toMatch(/throws an error while it loads\n +Error: it had not finished loading after 1 s/);
    expect(said).toContain('fix first:\n  throws an error while it loads\n');
  });

  it('should report endless work after the function has returned', () => {
    const said = npmTest(losses('export const crossEntropy = async () => { for (;;) await null; };'), 3);
    expect(said).toMatch(
      new RegExp(
        `crossEntropy › something started here never ends[^]*\\n {2}\\d+ of ${checks} checks passed before\\n$`,
      ),
    );
  });

  it('should ignore endless work if none of its tests is selected', () => {
    const test = join(checkout, 'assignments', '03-losses', 'losses.test.ts');
    const before = readFileSync(test, 'utf8');
    writeFileSync(
      test,
      `${before}\nit('is mine', () => new Promise((resolve) => setTimeout(resolve, 5_000)), 600_000);\n`,
    );
    try {
      expect(npmTest(solution, 3, ['-t', 'is mine'])).toMatch(
        new RegExp(`Tests: +${checks} skipped, 1 passed, ${checks + 1} total`),
      );
    } finally {
      writeFileSync(test, before);
    }
  });

  it('should pass a function that takes long but ends', () => {
    const long = solution.replace(
      '{\n  // BEGIN SOLUTION',
      '{\n  for (let n = 0; n < 1e8; n += 1);\n  // BEGIN SOLUTION',
    );
    expect(npmTest(long, 600)).toContain(`public checks: ${checks} of ${checks} pass`);
  });

  it('should also be reported by npm run watch, which continues', async () => {
    writeFileSync(join(checkout, file), losses('export const crossEntropy = () => { for (;;); };'));
    const grader = join(checkout, 'grader', 'cli', 'bin.js');
    const watch = spawn(process.execPath, [grader, 'watch', '03-losses', '--plain'], {
      cwd: checkout,
      env: environment(3),
    });
    let said = '';
    const end = new Promise((resolve) => watch.on('close', resolve));
    for (const stream of [watch.stdout, watch.stderr]) {
      stream.on('data', (data: Buffer) => {
        said += data.toString();
        if (said.includes('save a file to check it')) watch.kill('SIGINT');
      });
    }
    await end;
    expect(said).toContain('fix first:\n  crossEntropy › did not finish\n    stopped after 3 s');
  });
});
