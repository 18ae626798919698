import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOfWith } from '../testbed/course/ofCourse';
import { describeWith, program as tool } from '../testbed/tools';
import { root, testEnvironment } from './testing/runGrader';

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
/** Files that go into an image: `.dockerignore` excludes everything it does not name. */
const [first = '', ...patterns] = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const named = patterns.map((pattern) => pattern.replace(/^!/, ''));

describeWith(
  tool('a repository of git', ['-C', root, 'rev-parse'], 'git'),
  'the contents of the image and the repository',
  () => {
    it('should be the named files and nothing else', () => {
      expect(first).toBe('*');
      expect(patterns.every((pattern) => /^![\w.-]+$/.test(pattern))).toBe(true);
      const tracked = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).stdout.split('\n');
      for (const name of named) expect(tracked.some((path) => path === name || path.startsWith(`${name}/`))).toBe(true);
    });

    it("should ignore students' work under the names in the guide, and none of the course's files", () => {
      const ignored = (paths: readonly string[]): readonly string[] =>
        spawnSync('git', ['check-ignore', '--no-index', ...paths], { cwd: root, encoding: 'utf8' })
          .stdout.split('\n')
          .filter((path) => path !== '');
      const work = ['submissions.zip', 'submissions/a/x.ts', 'work/a/x.ts', 'graded/grades.csv', 'graded-03/results/a.json', 'roster.csv', 'total.csv', 'autograder.zip', '.descent/seed', 'hand-in/03-losses.zip']; // prettier-ignore
      expect(ignored(work)).toEqual(work);
      const tracked = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).stdout.trim().split('\n');
      expect(ignored(tracked)).toEqual([]);
    });
  },
);

/** A user who owns nothing in the image, as with `--user`. */
const user = 12_345;
const asRoot = { name: 'root', missing: process.getuid?.() === 0 ? undefined : 'only root can run as another user' };

/** The parts of the image that can be tested without Docker: files, build step, and entry point as another user. */
describeOfWith(['03-losses'], asRoot, 'the container', () => {
  let folder = '';
  const image = (): string => join(folder, 'descent');
  const entry = (/^ENTRYPOINT (.*)$/m.exec(dockerfile)?.[1] ?? '[]').replace(
    '"node"',
    JSON.stringify(process.execPath),
  );
  const [program = '', ...before] = JSON.parse(entry) as string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'container-'));
    chmodSync(folder, 0o755);
    mkdirSync(image());
    for (const name of named) cpSync(join(root, name), join(image(), name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(image(), 'node_modules'), 'junction');
    // Skips creating the image's /out.
    const [, build = ''] = /^RUN (node grader[\s\S]*?) \\\n {2}&& mkdir -p \/out/m.exec(dockerfile) ?? [];
    expect(build).toContain('--build');
    const { status, stderr } = spawnSync('sh', ['-c', build], { cwd: image(), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.anything()]);
    mkdirSync(join(folder, 'work', 's1', '03-losses'), { recursive: true });
    writeFileSync(join(folder, 'work', 's1', '03-losses', 'losses.ts'), 'export const softmax = 1;');
    writeFileSync(join(folder, 'roster.csv'), 'name,id\nAda,s1\nBob,s2\n');
    mkdirSync(join(folder, 'graded'));
    chownSync(join(folder, 'graded'), user, user);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('should grade as any user, with a mounted roster, and write files that the user owns', () => {
    const { status, stderr } = spawnSync(
      program,
      [...before, 'batch', '../work', '--out', '../graded', '--roster', '../roster.csv', '-a', '03-losses'],
      { cwd: image(), encoding: 'utf8', uid: user, gid: user, env: { ...testEnvironment({}), HOME: '/' } },
    );

    expect([status, stderr]).toEqual([0, expect.not.stringContaining('could not')]);
    expect(readFileSync(join(folder, 'graded', 'grades.csv'), 'utf8')).toMatch(/\n,,,[\d.]+,absent,s2,Bob,/);
    expect(statSync(join(folder, 'graded', 'grades.csv')).uid).toBe(user);
    // Relative, so the submissions are found on the host as well.
    expect(JSON.parse(readFileSync(join(folder, 'graded', 'batch.json'), 'utf8'))).toMatchObject({ submissionsFromHere: '../work' }); // prettier-ignore
  });
});
