import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCheckout } from '../student/jest/testing/copyCheckout';
import { describeWith } from '../testbed/tools';
import { root, runGrader, testEnvironment, withFolder } from './testing/runGrader';
import { describeOf } from '../testbed/course/ofCourse';

/** An unprivileged user who owns none of the files. */
const otherUser = 65_534;
const asRoot = { name: 'root', missing: process.getuid?.() === 0 ? undefined : 'only root can run as another user' };
const answer = { '03-losses/losses.ts': 'export const softmax = (x: unknown) => x;' };

describeOf('03-losses')('doctor and batch', () => {
  // The course requires another user or a namespace.
  it.each(['', 'permissions', 'nonsense'])('should agree on whether a class can be graded at the level %j', (level) => {
    const environment = { DESCENT_ISOLATION: level };
    const doctor = runGrader(['doctor', '--json', '-'], environment);
    const { findings } = JSON.parse(doctor.stdout) as { findings: readonly { topic: string; status: string }[] };
    const refused = withFolder(
      { 'class/a1/03-losses/losses.ts': answer['03-losses/losses.ts'] },
      (folder) =>
        runGrader(
          ['batch', join(folder, 'class'), '--out', join(folder, 'out'), '-a', '03-losses', '--quiet'],
          environment,
        ).exitCode !== 0,
    );

    expect(findings.some(({ status }) => status === 'problem')).toBe(refused);
    expect(doctor.exitCode !== 0).toBe(refused);
  });
});

describeOf('03-losses')('a checkout elsewhere', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'work', '03-losses'), { recursive: true });
    writeFileSync(join(folder, 'work', '03-losses', 'losses.ts'), answer['03-losses/losses.ts']);
    mkdirSync(join(folder, 'home'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const grade = (checkout: string, user: { readonly uid?: number; readonly gid?: number } = {}): string => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(checkout, 'grader', 'cli', 'bin.js'), 'grade', join(folder, 'work'), '-a', '03-losses', '--json', '-'],
      { cwd: folder, encoding: 'utf8', env: { ...testEnvironment({}), HOME: join(folder, 'home') }, ...user },
    );
    if (status !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as { assignments: readonly { status: string }[] }).assignments[0]?.status ?? '';
  };

  describeWith(asRoot, 'owned by another user', () => {
    it('should grade without writing there', () => {
      const checkout = copyCheckout();
      try {
        chmodSync(checkout, 0o755);
        chownSync(join(folder, 'home'), otherUser, otherUser);
        expect(grade(checkout, { uid: otherUser, gid: otherUser })).toBe('graded');
        expect(existsSync(join(checkout, '.descent'))).toBe(false);
      } finally {
        rmSync(checkout, { recursive: true });
      }
    });
  });

  it('should grade when installed as a dependency', () => {
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync(join(root, 'node_modules')))
      symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
    const copy = copyCheckout();
    rmSync(join(copy, 'node_modules'));
    renameSync(copy, join(modules, 'descent'));
    expect(grade(join(modules, 'descent'))).toBe('graded');
  });
});
