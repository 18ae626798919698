import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../../files/removeFolder';
import { copyCheckout } from './testing/copyCheckout';
import { courseText, describeOf } from '../../testbed/course/ofCourse';

const solution = courseText('solutions', '03-losses', 'losses.ts');

describeOf('03-losses')('npm test', () => {
  let checkout = '';
  beforeAll(() => {
    checkout = copyCheckout();
  });
  afterAll(() => removeFolder(checkout));

  it('should name the failing function that a function calls, and only that one', () => {
    const text = solution
      .replace('exponentials.sum(1, true)', 'exponentials.sum(1, true).add(scores.max().mul(0.013))')
      .replace('W.square().sum().mul(lambda)', 'W.square().sum().mul(lambda).add(W.sum().mul(0.0137))')
      .replace('const unmet = margins.greater(0)', 'const unmet = margins.greater(0.013)');
    writeFileSync(join(checkout, 'assignments', '03-losses', 'losses.ts'), text);
    const { stderr } = spawnSync(
      process.execPath,
      [join(checkout, 'grader', 'student', 'jest', 'cli.js'), '03-losses'],
      {
        cwd: checkout,
        encoding: 'utf8',
        env: { ...process.env, DESCENT_LANG: 'en', DESCENT_SECONDS: '600', NO_COLOR: '1' },
      },
    );
    const calling = stderr
      .split('● ')
      .filter((part) => part.includes('It calls softmax, which fails too: fix that one first.'))
      .map((part) => part.split(' › ')[1]);
    expect(calling).toContain('softmaxLoss');
    expect(calling).not.toContain('softmax');
    expect(calling).not.toContain('hingeLoss');
    expect(stderr).toContain('● 03-losses › hingeLoss');
  });
});
