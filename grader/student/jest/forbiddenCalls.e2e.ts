import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../../files/removeFolder';
import { copyCheckout } from './testing/copyCheckout';
import { courseText, describeOf } from '../../testbed/course/ofCourse';

const file = 'assignments/03-losses/losses.ts';
const solution = courseText('solutions', '03-losses', 'losses.ts');

describeOf('03-losses')('npm test', () => {
  let checkout = '';
  beforeAll(() => {
    checkout = copyCheckout();
  });
  afterAll(() => removeFolder(checkout));

  function npmTest(text: string, ...args: readonly string[]): string {
    writeFileSync(join(checkout, file), text);
    const cli = join(checkout, 'grader', 'student', 'jest', 'cli.js');
    const environment = { ...process.env, DESCENT_LANG: 'en', DESCENT_SECONDS: '600', NO_COLOR: '1' };
    return spawnSync(process.execPath, [cli, '03-losses', ...args], {
      cwd: checkout,
      encoding: 'utf8',
      env: environment,
    }).stderr;
  }
  const withFirstLine = (name: string, line: string): string =>
    solution.replace(new RegExp(`(export function ${name}\\([^]*?\\{\\n)`), `$1  ${line}\n`);

  it('should fail every check of a function that makes a forbidden call, by any name', () => {
    const said = npmTest(withFirstLine('softmax', "return Reflect.get(tf, 'softmax')(scores);"), '-t', 'softmax ');
    expect(said).toContain(
      'fix first:\n  softmax › calls tf.softmax, which the course has you write yourself\n    losses.ts:',
    );
    expect(said).toContain('public checks: 0 of 6 pass, hidden checks run when you hand in\n');
    // Not the pattern that `-t` became.
    expect(said).toContain('Ran all test suites matching 03-losses.\n');
    // The full message for one check, and first in the summary.
    expect(said.split('\n').filter((line) => line.includes('calls tf.softmax'))).toHaveLength(2);
  });

  it('should fail a function that has a forbidden call which no public case reaches', () => {
    const said = npmTest(
      withFirstLine('ridgeLoss', 'if (lambda < 0) tf.losses.absoluteDifference(w, w);'),
      '-t',
      'ridgeLoss',
    );
    expect(said).toContain(
      'fix first:\n  ridgeLoss › calls tf.losses.absoluteDifference, which the course has you write yourself\n    losses.ts:',
    );
    expect(said).toMatch(/public checks: 0 of \d+ pass/);
  });

  it('should not load a file that calls an internal at top level', () => {
    const said = npmTest(`${solution}\ntf.engine();\n`);
    expect(said).toContain('tf.engine may not be called while the file loads: the handout lists what is off limits');
  });
});
