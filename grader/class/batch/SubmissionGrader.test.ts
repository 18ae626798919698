import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { curriculum } from '../../curriculum';
import { ensureBundles } from '../../bundling/bundles';
import { loadPublicAssignment } from '../../pipeline/course';
import type { SubmissionResult } from '../../pipeline/report';
import type { Assignment } from '../../pipeline/types';
import { anotherId, describeOf } from '../../testbed/course/ofCourse';
import { SubmissionGrader } from './SubmissionGrader';
import { withFiles } from '../../files/testing/withFiles';

const root = join(__dirname, '../../..');
const child = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];

const ids = ['03-losses', anotherId] as const;
let [lossesPoints, solvedPoints, exercises] = [0, 0, 0];
beforeAll(async () => {
  const [losses, solved] = await Promise.all(
    ids.map((id) => loadPublicAssignment({ root, engine: root, curriculum }, id)),
  );
  const pointsOf = (one: Assignment | undefined): number =>
    (one?.exercises ?? []).flatMap(({ checks }) => checks).reduce((sum, { points }) => sum + points, 0);
  [lossesPoints, solvedPoints] = [pointsOf(losses), pointsOf(solved)];
  exercises = (losses?.exercises.length ?? 0) + (solved?.exercises.length ?? 0);
});

/**
 * Starts a submission's process, but the first ones, as many as the file `failures` says, exit before they are ready.
 */
const unreliable = `
const { appendFileSync, readFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const [starts, failures, program, ...args] = process.argv.slice(2);
appendFileSync(starts, '.');
if (readFileSync(starts, 'utf8').length <= Number(readFileSync(failures, 'utf8'))) process.exit(1);
spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit', 3], env: {} }).on('exit', (code) => process.exit(code ?? 1));
`;

/**
 * Grades 03-losses not begun and another assignment solved, on public cases, with a sandbox that fails that many times.
 */
async function withGrader(
  failures: number,
  use: (
    grader: SubmissionGrader,
    job: (alone: boolean) => Parameters<SubmissionGrader['grade']>[0],
    starts: () => number,
    repair: () => void,
  ) => Promise<void>,
): Promise<void> {
  const assignments: Assignment[] = [];
  for (const id of ids) assignments.push(await loadPublicAssignment({ root, engine: root, curriculum }, id));
  await withFiles({ 'wrapper.js': unreliable, failures: String(failures) }, async (folder) => {
    const path = join(folder, 'alice');
    cpSync(join(root, 'assignments', '03-losses'), join(path, '03-losses'), { recursive: true });
    cpSync(join(root, 'solutions', anotherId), join(path, anotherId), { recursive: true });
    const command = [
      process.execPath,
      join(folder, 'wrapper.js'),
      join(folder, 'starts'),
      join(folder, 'failures'),
      ...child,
    ];
    const grader = new SubmissionGrader({
      assignments,
      named: false,
      sandbox: { command, secondsPerExercise: 20 },
      provenance: {
        scope: 'public',
        seedLabel: 'x',
        isolation: 'process',
        graderVersion: '0',
        node: process.version,
        tfjs: '4',
      },
    });
    try {
      const starts = (): number => readFileSync(join(folder, 'starts'), 'utf8').length;
      await use(
        grader,
        (alone) => ({ name: 'alice', entry: 'alice', path, problem: undefined, alone }),
        starts,
        () => writeFileSync(join(folder, 'failures'), '0'),
      );
    } finally {
      grader.close();
    }
  });
}

const parsed = ({ text }: { readonly text: string }): SubmissionResult => JSON.parse(text) as SubmissionResult;

describeOf('03-losses')('SubmissionGrader', () => {
  it('should not run identical code twice, but give each submission its own result', () =>
    withGrader(0, async (grader, job, starts) => {
      const first = parsed(await grader.grade(job(false)));
      const again = parsed(await grader.grade({ ...job(false), name: 'partner', entry: 'partner' }));
      // The process that graded, and the one waiting for the next job.
      expect(starts()).toBeLessThanOrEqual(2);
      expect(again).toEqual({ ...first, submission: 'partner', entry: 'partner' });
    }));

  it('should skip an assignment that overran a grader, and lose only its points', () =>
    withGrader(0, async (grader, job) => {
      const begun: string[] = [];
      const outcome = { status: 'timeout', seconds: 60, of: 'judging' } as const;
      const overruns = [{ assignment: anotherId, outcome }];
      const graded = await grader.grade({ ...job(true), overruns }, (assignment) => begun.push(assignment));
      expect(graded.isComplete).toBe(true);
      expect(begun).toEqual(['03-losses']);
      const [losses, solved] = parsed(graded).assignments;
      expect(losses?.status).toBe('graded');
      expect(solved).toMatchObject({ status: 'graded', score: 0 });
      for (const { status, studentMessage } of solved?.exercises ?? []) {
        expect(status).toBe('timeout');
        expect(studentMessage).toContain('could not be judged in time');
      }
    }));

  it('should fail without a verdict when no process can be started, and grade in full once one can', () =>
    withGrader(Infinity, async (grader, job, _starts, repair) => {
      await expect(grader.grade(job(false))).rejects.toThrow('no process for submissions could be started');
      repair();
      const graded = await grader.grade(job(true));
      const { score, assignments } = parsed(graded);
      expect(graded.isComplete).toBe(true);
      expect(score).toBe(solvedPoints);
      expect(assignments.map(({ status }) => status)).toEqual(['graded', 'graded']);
    }));

  it('should start another process when the first fails to start', () =>
    withGrader(1, async (grader, job, starts) => {
      const graded = await grader.grade(job(true));
      expect([graded.isComplete, parsed(graded).score]).toEqual([true, solvedPoints]);
      expect(starts()).toBeGreaterThan(1);
    }));

  it('should report only assignments that fail alone as not graded, without points', () =>
    withGrader(2, async (grader, job) => {
      const graded = await grader.grade(job(true));
      const { score, assignments, contentHash } = parsed(graded);
      expect(graded.isComplete).toBe(false);
      expect(score).toBeNull();
      expect(assignments.map((one) => [one.status, one.score, one.maxScore])).toEqual([
        ['infrastructure', null, lossesPoints],
        ['graded', solvedPoints, solvedPoints],
      ]);
      const [first] = assignments;
      expect(first?.message).toMatch(/^could not be graded\nthe grader or its machine failed, not your code/);
      expect(first?.message).toContain('no process for submissions could be started');
      for (const exercise of first?.exercises ?? []) {
        expect(exercise).toMatchObject({ status: 'infrastructure', score: null });
        expect(exercise.studentMessage).not.toContain('process');
        expect(exercise.checks.every(({ status, points }) => status === 'skipped' && points === 0)).toBe(true);
      }
      expect(contentHash).toMatch(/^[0-9a-f]{32}$/);
    }));

  it("should report a submission that can't be opened as unreadable, with the reason", () =>
    withGrader(0, async (grader, job) => {
      const { assignments } = parsed(
        await grader.grade({ ...job(false), entry: 'alice.rar', problem: 'only .zip is read' }),
      );
      expect(assignments.map(({ status, score, message }) => [status, score, message])).toEqual(
        Array.from({ length: 2 }, () => ['unreadable', null, "alice.rar can't be read\nonly .zip is read"]),
      );
    }));

  it("should provide a result for a submission that can't be graded at all", () =>
    withGrader(0, (grader) => {
      const { ungraded, maxSeconds } = grader.prepared;
      expect(ungraded).toMatchObject({
        score: null,
        maxScore: lossesPoints + solvedPoints,
        assignments: [{ status: 'infrastructure' }, { status: 'infrastructure' }],
      });
      expect(maxSeconds).toBeGreaterThan(exercises * 20);
      return Promise.resolve();
    }));
});
