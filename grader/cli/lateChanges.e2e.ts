import { spawnSync } from 'node:child_process';
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
import { dirname, join } from 'node:path';
import type { SubmissionResult } from '../pipeline/report';
import { root, testEnvironment } from './testing/runGrader';

const id = '01-kinds';
const [before, after] = ['makeScheduler', 'makeRateSchedule'] as const;

/** Changes by staff after a class is graded, in a copy of the examples course. */
describe('a change late in the term', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'descent-late-')));
  const course = join(folder, 'course');
  const out = join(folder, 'graded');
  const grader = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'grader/cli/bin.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: testEnvironment({ DESCENT_COURSE: course }),
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}\n${stderr}`);
    return stdout + stderr;
  };
  const regrade = (...args: readonly string[]): string =>
    grader('regrade', out, '--allow-weak-isolation', '--plain', ...args);
  const edit = (path: string, change: (text: string) => string): void => {
    const text = readFileSync(join(course, path), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(join(course, path), change(text));
  };
  /** Sets the assignment's entry in the course file. */
  const say = (fields: object): void =>
    writeFileSync(
      join(course, 'assignments', 'course.json'),
      JSON.stringify({
        title: 'Late',
        publicSeed: 'late-public-1',
        timeZone: 'Europe/Berlin',
        latePolicy: { percentPerDay: 10, maximumDays: 7 },
        assignments: [{ id, due: '2027-02-12T23:59', ...fields }],
      }),
    );
  const exercisesOf = (name: string): ReadonlyMap<string, { readonly score: number | null; readonly max: number }> => {
    const result = JSON.parse(readFileSync(join(out, 'results', `${name}.json`), 'utf8')) as SubmissionResult;
    const exercises = result.assignments.flatMap((one) => one.exercises);
    return new Map(exercises.map((one) => [one.name, { score: one.score, max: one.maxScore }]));
  };
  const gradesOf = (): string => readFileSync(join(out, 'grades.csv'), 'utf8');

  beforeAll(() => {
    cpSync(join(root, 'examples'), course, { recursive: true });
    say({});
    const handIn = (name: string, text: string): void => {
      const file = join(folder, 'submissions', name, id, 'kinds.ts');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    };
    const solution = readFileSync(join(course, 'solutions', id, 'kinds.ts'), 'utf8');
    handIn('ada', solution);
    // The gradient for b misses that b is added to every row.
    handIn('bob', solution.replace('db: scaled.sum<Tensor1D>(0),', 'db: scaled.mean<Tensor1D>(0),'));
    handIn('eve', readFileSync(join(course, 'assignments', id, 'kinds.ts'), 'utf8'));
    writeFileSync(
      join(folder, 'roster.csv'),
      `name,id,submittedAt,section\nAda,ada,2027-02-13T10:00:00+01:00,Mon\nBob,bob,2027-02-12T10:00:00+01:00,Tue\nEve,eve,2027-02-12T10:00:00+01:00,Tue\n`,
    );
    const args = ['--roster', join(folder, 'roster.csv'), '--allow-weak-isolation', '--plain'];
    grader('batch', join(folder, 'submissions'), '--out', out, ...args);
    writeFileSync(join(out, 'overrides.csv'), `id,exercise,points,reason,by\nbob,${before},7,copied by hand,Kim\n`);
    grader('report', out);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('should be shown without effect until written, and be undone', () => {
    const was = exercisesOf('bob').get('affineLoss');
    say({ withdrawn: { 'affineLoss.db': 'given', 'affineLoss.gradientByb': 'given' } });
    const shown = regrade();
    expect(shown).toMatch(/^2 of 3 results change; totals are out of /m);
    expect(shown).toMatch(/^bob .*affineLoss [\d.]+ → 10 \(failed → passed\)$/m);
    expect(exercisesOf('bob').get('affineLoss')).toEqual(was);
    regrade('--write');
    expect(exercisesOf('bob').get('affineLoss')).toEqual({ score: 10, max: 10 });
    // Includes students who have not begun it.
    expect(exercisesOf('eve').get('affineLoss')?.score).toBe(10 - (was?.score ?? 0));
    grader('regrade', out, '--undo');
    expect(exercisesOf('bob').get('affineLoss')).toEqual(was);
  });

  it('should remove a check or an exercise from the total, including manual points', () => {
    say({ withdrawn: { 'affineLoss.db': 'left-out', 'affineLoss.gradientByb': 'left-out', [before]: 'left-out' } });
    const shown = regrade();
    expect(shown).toMatch(new RegExp(`look: 7 points for ${before} of bob by Kim .*ignored, since`));
    regrade('--write');
    const [affine, gone] = [exercisesOf('bob').get('affineLoss'), exercisesOf('bob').get(before)];
    expect(affine?.score).toBe(affine?.max);
    expect(affine?.max).toBeLessThan(10);
    expect(gone).toEqual({ score: 0, max: 0 });
    grader('regrade', out, '--undo');
  });

  it("should change an exercise's weight", () => {
    say({ points: { affineLoss: 20 } });
    expect(regrade()).toMatch(/^ada .*affineLoss 10 → 20$/m);
  });

  it('should rename an exercise, and grade submissions with the old name', () => {
    say({});
    const folderOfSpecs = join(course, 'solutions', id);
    for (const name of readdirSync(folderOfSpecs)) renameIn(join(folderOfSpecs, name));
    edit(`solutions/${id}/makeScheduler.spec.ts`, (text) =>
      text.replace(`name: '${after}',`, `name: '${after}',\n  formerNames: ['${before}'],`),
    );
    const shown = regrade();
    expect(shown).toMatch(/^no scores changed \(3 compared\)$/m);
    expect(shown).toContain(`applied to ${after}, the new name of ${before}`);
    regrade('--write');
    expect(exercisesOf('ada').get(after)).toEqual({ score: 10, max: 10 });
    expect(gradesOf()).toMatch(new RegExp(`^ada.*exports ${before}, which is called ${after} now`, 'm'));
    expect(gradesOf()).toMatch(/^bob.*,-3,/m);
  });

  it('should give a section its own due date', () => {
    const was = gradesOf();
    say({ dueBySection: { Mon: '2027-02-13T23:59' } });
    const shown = grader('report', out, '--new-dates');
    expect(shown).toMatch(/^1 of 3 grades changes:\n {2}ada: .*\(late penalty [\d.]+ → 0\)\nNothing was changed yet/);
    expect(gradesOf()).toBe(was);
    grader('report', out, '--new-dates', '--write');
    expect(gradesOf()).not.toBe(was);
  });
});

function renameIn(file: string): void {
  const text = readFileSync(file, 'utf8');
  // The spec file keeps its name.
  writeFileSync(file, text.replaceAll(new RegExp(`\\b${before}\\b(?!\\.spec)`, 'g'), after));
}
