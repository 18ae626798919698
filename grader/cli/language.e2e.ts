import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exerciseOf, root, runGrader, saidOf, withFolder, type GradeResult } from './testing/runGrader';
import { describeOf } from '../testbed/course/ofCourse';

// The exponentials overflow: a known mistake.
const overflowing = `import * as tf from '@tensorflow/tfjs';
export const softmax = (scores: tf.Tensor2D): tf.Tensor2D =>
  tf.tidy(() => scores.exp().div(scores.exp().sum(1, true)));
`;
const files = { '03-losses/losses.ts': overflowing };
const grade = (
  folder: string,
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): ReturnType<typeof runGrader> =>
  runGrader(['grade', folder, '--plain', '--assignment', '03-losses', ...args], environment);

describeOf('03-losses')('the language of `grader grade`', () => {
  it('should be Chinese on the terminal when requested, including hints', () => {
    const { stdout, stderr } = withFolder(files, (folder) => grade(folder, { DESCENT_LANG: 'zh' }));
    expect(stdout).toContain('softmax › 结果含有 NaN');
    expect(stdout).toContain('提示 1/3：');
    expect(stdout).not.toMatch(/Hint|Replay|expected/);
    expect(stderr).not.toContain('DESCENT_LANG');
    expect(stderr).toContain('grader: 正在生成 03-losses 的用例\ngrader: 正在运行提交的代码\n');
  });

  it('should be English in JSON regardless of DESCENT_LANG', () => {
    const { stdout } = withFolder(files, (folder) => grade(folder, { DESCENT_LANG: 'zh' }, '--json', '-'));
    expect(saidOf(exerciseOf(JSON.parse(stdout) as GradeResult, 'softmax'))).toContain(
      'softmax › the result contains NaN',
    );
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it('should fall back to English, and say so once, for an unknown language', () => {
    const { stdout, stderr } = withFolder(files, (folder) =>
      grade(folder, { DESCENT_LANG: 'fr', LANG: 'zh_CN.UTF-8' }),
    );
    expect(stdout).toContain('Hint 1 of 3');
    expect(stderr.match(/DESCENT_LANG/g)).toHaveLength(1);
    expect(stderr).toContain('grader: DESCENT_LANG=fr is not available (en, zh are): using English');
  });
});

describeOf('03-losses')('the language of `npm test`', () => {
  it('should be Chinese in the summary, and English in test names, which -t and CI match', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'grader', 'student', 'jest', 'cli.js'),
        '--selectProjects',
        'public',
        '--testPathPatterns',
        '03-losses',
        '--json',
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, DESCENT_LANG: 'zh', NO_COLOR: '1' } },
    );
    const { testResults } = JSON.parse(stdout) as {
      readonly testResults: readonly { readonly assertionResults: readonly { readonly fullName: string }[] }[];
    };
    const names = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ fullName }) => fullName));

    expect(stderr).toContain('公开检查：');
    expect(stderr).toContain('隐藏检查在提交后运行');
    expect(names).toContain('03-losses softmax the result matches the reference');
    expect(names.join()).not.toMatch(/\p{Script=Han}/u);
  });
});
