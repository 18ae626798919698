import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeFolder } from '../files/removeFolder';
import { root, testEnvironment } from './testing/runGrader';
import { describeOf } from '../testbed/course/ofCourse';

const law = `import { defineLaw, isRecordValue, TensorValue } from 'descent/laws';
const lossIsNotNegative = defineLaw({
  name: 'lossIsNotNegative',
  says: { en: () => 'the loss is never negative', zh: () => '损失不会是负数' },
  violation: ({ result }) => {
    const loss = isRecordValue(result) ? result.loss : undefined;
    const got = loss instanceof TensorValue ? (loss.values[0] ?? NaN) : NaN;
    return got >= 0 ? undefined : { where: { en: 'loss', zh: 'loss' }, expected: 0, got };
  },
});
export const laws = [lossIsNotNegative] as const;
`;

const course = {
  title: 'Mine',
  publicSeed: 'mine-public-1',
  timeZone: 'Europe/Berlin',
  assignments: {
    '05-gradients': { from: 'descent', points: 5.5, dueBySection: { Monday: '2027-02-08T23:59' } },
    '02-linear-classifier': { from: 'descent', points: 5.5, title: 'Lines', language: 'zh' },
    '11-mine': {},
    '12-reading': {},
  },
};

/** Seed of the hidden cases. */
const seed = '7d1c20a5b94e83f6d05c9a47e2b81f36';

describeOf('02-linear-classifier', '05-gradients')('a course that has the packed engine as a dependency', () => {
  let folder = '';
  let mine = '';

  const run = (program: string, args: readonly string[], cwd: string): string => {
    const environment = testEnvironment({ DESCENT_HIDDEN_SEED: seed, DESCENT_COURSE: '' });
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: environment });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}\n${stderr}`);
    return stdout + stderr;
  };
  // Runs from a folder outside of the course.
  const grader = (...args: readonly string[]): string =>
    run(process.execPath, [join(mine, 'node_modules', 'descent', 'grader', 'cli', 'bin.js'), ...args], folder);
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(mine, path), change(readFileSync(join(mine, path), 'utf8')));

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'own-course-')));
    mine = join(folder, 'mine');
    const modules = join(mine, 'node_modules');
    mkdirSync(join(modules, 'descent'), { recursive: true });
    // Like an npm install, with the other packages linked from here.
    for (const name of readdirSync(join(root, 'node_modules')))
      symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
    const pack = ['pack', '--foreground-scripts=false', '--silent', '--pack-destination', folder];
    const packed = run('npm', pack, root).trim().split('\n').at(-1) ?? '';
    run('tar', ['xzf', join(folder, packed), '-C', join(modules, 'descent'), '--strip-components=1'], folder);
  });
  afterAll(() => removeFolder(folder));

  it('should write nothing into the package if there is no course', () => {
    expect(() => grader('new', '11-mine')).toThrow('there is no course here yet, only the package');
  });

  it('should be created by new-course, with an assignment that has its own law', () => {
    expect(grader('new-course', mine)).toContain('written  assignments/course.json');
    expect(() => grader('new-course', mine)).toThrow('has a course already');
    grader('new', '11-mine');
    expect(grader('new', '12-reading', '--questions')).toContain('in solutions/12-reading/questions.yaml');
    writeFileSync(join(mine, 'curriculum', 'laws.ts'), law);
    edit('solutions/11-mine/meanSquaredError.spec.ts', (text) =>
      text.replace(
        "property('sameAgain', { points: 1 }),",
        "property('sameAgain', { points: 0.5 }),\n    property('lossIsNotNegative', { points: 0.5 }),",
      ),
    );
    writeFileSync(join(mine, 'assignments', 'course.json'), JSON.stringify(course));
    expect(existsSync(join(mine, 'node_modules', 'descent', 'solutions', '11-mine'))).toBe(false);
  });

  it('should take over assignments with its own points, title and language, and prove them all', () => {
    expect(grader('generate')).toContain('written    assignments/05-gradients/gradients.test.ts');
    expect(grader('generate', '--check')).toBe('');
    const handout = readFileSync(join(mine, 'assignments', '02-linear-classifier', 'README.md'), 'utf8');
    expect(handout).toMatch(/^# 02 · Lines\n\n> 在本课程中，这次作业共 5.5 分/);
    expect(existsSync(join(mine, 'assignments', '02-linear-classifier', 'README.zh-CN.md'))).toBe(false);
    rmSync(join(mine, 'assignments', '05-gradients', 'gradients.ts'));
    const proven = grader('validate', '--draft', '--plain');
    expect(proven).toContain('taken from descent again: assignments/05-gradients/gradients.ts');
    expect(proven.match(/holds so far \(draft\)/g)).toHaveLength(4);
  });

  it('should prove only what changed, and list what release would refuse', () => {
    const earlier = /(\S+): holds so far \(draft\), by an earlier proof of this exact state$/gm;
    const earlierOf = (output: string): readonly string[] => [...output.matchAll(earlier)].map(([, id = '']) => id);
    const prove = (): string => grader('validate', '--draft', '--changed', '--plain');
    expect(earlierOf(prove())).toEqual(Object.keys(course.assignments));
    edit('assignments/11-mine/README.md', (text) => `${text}\nTake your time.\n`);
    const notes = join(mine, 'assignments', '11-mine', 'notes.md');
    writeFileSync(notes, join(mine, 'solutions'));
    const message = messageOf(prove);
    expect(message).toContain('not proven: what release would refuse (1)');
    expect(earlierOf(message)).toEqual(Object.keys(course.assignments).filter((id) => id !== '11-mine'));
    rmSync(notes);
  });

  it('should type-check its law and what it takes from the engine', () => {
    const tsc = [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'];
    edit('solutions/11-mine/meanSquaredError.spec.ts', (text) => text.replace('lossIsNotNegative', 'lossIsNegative'));
    const { stdout } = spawnSync(process.execPath, tsc, { cwd: mine, encoding: 'utf8' });
    // This is the only error.
    expect(stdout.match(/error TS\d+: .*/g)).toEqual([expect.stringContaining('"lossIsNegative"\' is not assignable')]);
    edit('solutions/11-mine/meanSquaredError.spec.ts', (text) => text.replace('lossIsNegative', 'lossIsNotNegative'));
  });

  it('should release a copy with every exercise to do, and nothing of other courses', () => {
    const copy = join(folder, 'copy');
    grader('release', '--out', copy, '--unproven', '--plain');
    expect(readdirSync(join(copy, 'assignments')).filter((name) => /^\d/.test(name))).toEqual(
      Object.keys(course.assignments).toSorted(),
    );
    const readme = readFileSync(join(copy, 'README.md'), 'utf8');
    expect(readme).toContain('Monday: 2027-02-08 23:59');
    expect(readme).not.toContain('npm run train');
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    expect(run('npm', ['test'], copy)).toMatch(/Tests: +(\d+) todo, \1 total/);
    cpSync(join(mine, 'solutions', '11-mine', 'mine.ts'), join(copy, 'assignments', '11-mine', 'mine.ts'));
    expect(run('npm', ['test', '--', '11-mine'], copy)).toMatch(/Tests: +7 passed, 7 total/);
    // Questions only: a wrong choice says why, a number is graded by staff, and one file is handed in.
    const answers = join(copy, 'assignments', '12-reading', 'answers.yaml');
    writeFileSync(answers, 'halvedBatch: c\nstepsPerEpoch: 32\n');
    expect(() => run('npm', ['test', '--', '12-reading'], copy)).toThrow(/if the batch is twice as large[^]*1 skipped/);
    writeFileSync(answers, 'halvedBatch: a\nstepsPerEpoch: 32\n');
    expect(run('npm', ['test', '--', '12-reading'], copy)).toMatch(/Tests: +1 skipped, 1 passed, 2 total/);
    expect(run('npm', ['run', 'hand-in', '--', '12-reading'], copy)).toMatch(
      /files +12-reading\/answers\.yaml \(\d+ bytes\)\n/,
    );
    copyTo(join(copy, 'hand-in', '12-reading.zip'), join(folder, 'class', 'cyd.zip'));
  });

  it('should grade a class with its points, and export it', () => {
    const taken = join(mine, 'node_modules', 'descent', 'solutions');
    for (const path of ['05-gradients/gradients.ts', '02-linear-classifier/linear-classifier.ts'])
      copyTo(join(taken, path), join(folder, 'class', 'alice', path));
    copyTo(join(mine, 'solutions', '11-mine', 'mine.ts'), join(folder, 'class', 'bob', '11-mine', 'mine.ts'));
    grader('batch', join(folder, 'class'), '--out', join(folder, 'graded'), '--plain', '--allow-weak-isolation');
    grader('export', join(folder, 'graded'), '--format', 'csv', '--out', join(folder, 'grades.csv'));
    expect(readFileSync(join(folder, 'grades.csv'), 'utf8').replaceAll('\r\n', '\n')).toBe(
      [
        'submission,05-gradients,02-linear-classifier,11-mine,12-reading,total,max,status',
        'alice,5.5,5.5,,,11,24,graded',
        'bob,,,10,,10,24,graded',
        'cyd,,,,3,3,24,graded',
        '',
      ].join('\n'),
    );
    expect(grader('package', 'gradescope', '--out', join(folder, 'autograder.zip'), '--plain')).toContain('24 points');
    const page = readFileSync(join(folder, 'graded', 'report', 'code', 'cyd.html'), 'utf8');
    expect(page).toContain('stepsPerEpoch: 32');
  });

  it("should test skeletons and solutions by the course's own npm test", () => {
    expect(run('npm', ['test'], mine)).toMatch(/Tests: +1 skipped, \d+ todo, \d+ passed, \d+ total/);
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  throw new Error('nothing was refused');
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
