import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runGrader, testEnvironment, withFolder, type Run } from '../testing/runGrader';
import { describeOf } from '../../testbed/course/ofCourse';

/** Runs a scratch file outside of the course, with other files next to it. */
const tried = (text: string, environment = {}, others: Readonly<Record<string, string>> = {}): Run =>
  withFolder({ 'mine.ts': text, ...others }, (folder) => runGrader(['try', join(folder, 'mine.ts')], environment));

const handout = (name: string): string => readFileSync(join(root, 'assignments', '05-gradients', name), 'utf8');
const solution = (id: string, file: string): string => readFileSync(join(root, 'solutions', id, file), 'utf8');

describeOf('05-gradients')('grader try', () => {
  it.each(['README.md', 'README.zh-CN.md'])(
    "should run the scratch file of 05's %s with the student's own functions",
    (name) => {
      const [, text = ''] = /```ts\n([^`]*gradientCheck\(f[^`]*)```/.exec(handout(name)) ?? [];
      const own = {
        'assignments/03-losses/losses.ts': solution('03-losses', 'losses.ts'),
        'assignments/05-gradients/gradients.ts': solution('05-gradients', 'gradients.ts'),
      };
      const { exitCode, stdout, stderr } = tried(text, {}, own);
      expect(stderr).toBe('');
      // In single precision the verdict would be "acceptable" at best.
      expect(stdout).toContain("verdict: 'perfect'");
      expect(exitCode).toBe(0);
    },
  );

  it('should compute in double precision', () => {
    const text = "import * as tf from '@tensorflow/tfjs';\nconsole.log(tf.scalar(0.1).add(0.2).dataSync()[0]);";
    expect(tried(text).stdout).toBe(`${0.1 + 0.2}\n`);
  });

  it('should read the data of the course, as its README says', () => {
    const [, text = ''] =
      /```ts\n([^`]*loadDigits[^`]*)```/.exec(readFileSync(join(root, 'data', 'README.md'), 'utf8')) ?? [];
    const file = join(root, 'try.scratch.ts');
    writeFileSync(file, `${text}console.log(train.x.dataSync() instanceof Float64Array);`);
    try {
      const { exitCode, stdout, stderr } = runGrader(['try', file]);
      expect(stderr).toBe('');
      expect(stdout).toBe('[ 1000, 64 ] [ 297, 64 ]\ntrue\n');
      expect(exitCode).toBe(0);
    } finally {
      rmSync(file);
    }
  });

  const throwing = 'const one: { two?: { three: number } } = {};\nconsole.log("before");\nconsole.log(one.two!.three);';
  it.each([
    {
      what: 'it throws',
      text: throwing,
      says: "grader: TypeError: Cannot read properties of undefined (reading 'three')   (mine.ts:3)\n    console.log(one.two!.three);\n                         ^\n",
    },
    {
      what: 'a promise that nothing awaits is rejected',
      text: "async function main() {\n  await null;\n  throw new Error('late');\n}\nvoid main();",
      says: "grader: Error: late   (mine.ts:3)\n    throw new Error('late');\n          ^\n",
    },
    {
      what: 'it does not compile',
      text: 'const one = 1;\nconst two = ;',
      says: 'grader: Unexpected ";"\n  mine.ts:2:13\n    const two = ;\n                ^\n',
    },
    {
      what: 'it awaits at the top',
      text: 'await null;',
      says: 'grader: await only works in functions: write `async function main() { … }`, and call it\n  mine.ts:1:1\n    await null;\n    ^\n',
    },
    {
      what: 'it throws no error',
      text: 'throw 7;',
      says: 'grader: 7\n',
    },
    {
      what: 'a function is still to do',
      text: "import { f } from './f';\nf();",
      says: "grader: f is still to do: write it first\n  f.ts:2:32\n    export const f = () => { throw new NotImplementedError('f'); };\n                                   ^\n",
    },
  ])('should show file, line and a caret when $what', ({ text, says }) => {
    const f =
      "import { NotImplementedError } from 'descent';\nexport const f = () => { throw new NotImplementedError('f'); };";
    const { exitCode, stderr } = tried(text, {}, { 'f.ts': f });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: says });
  });

  it('should say in Chinese what is wrong', () => {
    expect(tried('await null;', { DESCENT_LANG: 'zh' }).stderr).toContain('await 只能写在函数里');
    expect(runGrader(['try', 'no/such.ts'], { DESCENT_LANG: 'zh' })).toMatchObject({
      ...{
        exitCode: 2,
        stderr: 'grader: 没有 no/such.ts 这个文件，或者它不是 TypeScript；请给出你自己的以 .ts 结尾的文件\n',
      },
    });
  });

  it('should stop an endless loop on Ctrl-C', async () => {
    const text = "console.log('begun');\nfor (;;);";
    const folder = mkdtempSync(join(tmpdir(), 'try-'));
    try {
      writeFileSync(join(folder, 'mine.ts'), text);
      const child = spawn(process.execPath, [join(root, 'grader/cli/bin.js'), 'try', join(folder, 'mine.ts')], {
        ...{ cwd: root, env: testEnvironment({}) },
      });
      child.stdout.once('data', () => child.kill('SIGINT'));
      expect(await new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))).toBe('SIGINT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
