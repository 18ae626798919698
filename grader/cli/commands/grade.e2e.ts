import { join } from 'node:path';
import { exerciseOf, gradeFiles, root, runGrader, testSeed } from '../testing/runGrader';
import { describeOf, sizeOf } from '../../testbed/course/ofCourse';

/** A wrong answer that tries to pass by patching what it is measured with. */
const cheat = `import * as tf from '@tensorflow/tfjs';
const attempts = [
  () => { Array.prototype.every = () => true; },
  () => { (Array.prototype as any).toJSON = () => ['n', 0]; },
  () => { (Object.prototype as any).toJSON = () => ({}); },
  () => { JSON.stringify = () => '{"id":2,"status":"outcome"}'; },
  () => { Object.is = () => true; },
  () => { Object.defineProperty(Float64Array.prototype, 'every', { value: () => true }); },
  () => { (globalThis as any).Float64Array = class extends Float64Array {}; },
  () => { Number.isFinite = () => true; },
  () => { Set.prototype.add = function () { return this; }; },
  () => { tf.Tensor.prototype.dataSync = () => new Float32Array(0) as any; },
  () => { const library: any = tf; library.memory = () => ({ numTensors: 0 }); },
  () => { tf.engine().memory = () => ({ numTensors: 0 }) as any; },
];
for (const attempt of attempts) try { attempt(); } catch { /* on to the next */ }
// Right, except for a leaked tensor.
export function sgdStep(w: tf.Tensor, dw: tf.Tensor, { learningRate }: { learningRate: number }) { return w.sub(dw.mul(learningRate)); }
// Completely wrong.
export function momentumStep(w: tf.Tensor, dw: tf.Tensor, v: tf.Tensor) { return { w: w.clone(), v: v.clone() }; }
`;

describeOf('06-optimizers')('grade, on a submission that fakes a right answer', () => {
  const { result, exitCode } = gradeFiles({ '06-optimizers/optimizers.ts': cheat }, ['-a', '06-optimizers']);

  it('should give no points for a wrong answer', () => {
    expect(exitCode).toBe(0);
    expect(exerciseOf(result, 'momentumStep')).toMatchObject({ score: 0 });
  });

  it('should still detect the leaked tensor', () => {
    const { checks } = exerciseOf(result, 'sgdStep');
    expect(checks.filter(({ status }) => status !== 'passed').map(({ kind }) => kind)).toEqual(['leak']);
  });
});

describeOf('06-optimizers')('grade --json', () => {
  const { points } = sizeOf('06-optimizers');
  const args = ['grade', join(root, 'solutions'), '-a', '06-optimizers', '--json', '-'];
  const [first, second] = [runGrader(args), runGrader(args)];
  const parsed = JSON.parse(first.stdout) as Record<string, unknown>;

  it('should print nothing but the result', () => {
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(parsed).toMatchObject({
      schemaVersion: 1,
      submission: 'solutions',
      scope: 'full',
      seedLabel: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      precision: 'float64',
      isolation: expect.stringMatching(/^(bubblewrap|unshare|permissions-uid|permissions|process)$/) as string,
      node: process.version,
      score: points,
      maxScore: points,
    });
    for (const field of ['graderVersion', 'specHash', 'tfjs']) expect(parsed[field]).toEqual(expect.any(String));
    expect(first.stdout).not.toContain(testSeed);
  });

  it('should have the documented fields for each exercise and check', () => {
    const [assignment] = parsed.assignments as readonly Record<string, unknown>[];
    expect(assignment).toMatchObject({ id: '06-optimizers', score: points, maxScore: points, status: 'graded' });
    const [exercise] = assignment?.exercises as readonly Record<string, unknown>[];
    expect(exercise).toMatchObject({
      name: 'sgdStep',
      score: 10,
      maxScore: 10,
      status: 'passed',
      mistake: null,
      hints: [],
      carriedFrom: null,
    });
    expect(exercise?.durationMs).toEqual(expect.any(Number));
    for (const check of exercise?.checks as readonly Record<string, unknown>[]) {
      const fields = [
        'id',
        'name',
        'kind',
        'status',
        'visibility',
        'points',
        'maxPoints',
        'relativeError',
        'threshold',
        'message',
      ];
      expect(Object.keys(check)).toEqual(expect.arrayContaining(fields));
    }
  });

  it('should be the same on a second run, except for times', () => {
    const withoutTimes = (text: string): string => text.replace(/"durationMs": \d+/g, '');
    expect(withoutTimes(second.stdout)).toBe(withoutTimes(first.stdout));
  });
});
