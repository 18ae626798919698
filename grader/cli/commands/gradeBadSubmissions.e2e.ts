import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseOf, gradeFiles, root, saidOf } from '../testing/runGrader';
import { describeOf } from '../../testbed/course/ofCourse';

const solution = (path: string): string => readFileSync(join(root, 'solutions', path), 'utf8');

/** Each function fails in a different way, next to right ones. */
const losses = `import * as tf from '@tensorflow/tfjs';
export function softmax(scores: tf.Tensor2D) {
  return tf.softmax(scores;
}
`;

const regularization = `import tf, { tidy } from '@tensorflow/tfjs';
export * from './mine';
// A type error doesn't prevent a run.
const wrongType: number = 'text';
export const l1Penalty = 3;
export function elasticNetPenalty(W: tf.Tensor) { return Promise.resolve({ penalty: tf.scalar(1), dW: W.clone() }); }
export function totalVariation() {}
export function decayWeights() { return 5; }
export function exponentialDecayWeights(w0: tf.Tensor1D, learningRate: number, lambda: number, steps: number) {
  return tf.fill([steps + 1, w0.size], NaN);
}
export function approximationError(): string { return 'small'; }
export function ridgeSolution(x: tf.Tensor2D) { return tf.zeros([x.shape[1] + 1]); }
export function tikhonovSolution(x: tf.Tensor2D) { const w = tf.zeros([x.shape[1]]); w.dispose(); return w; }
`;

const optimizers = `import * as tf from '@tensorflow/tfjs';
import { NotImplementedError } from 'descent';
export { sgdStep, conditionNumber } from './mine';
export function momentumStep() { process.exit(0); }
export function nesterovStep() { process.abort(); }
export function adagradStep() { const all = []; for (;;) all.push(new Float64Array(1e7).fill(1)); }
export function rmspropStep() { process.getBuiltinModule('node:fs').writeSync(3, 'not a frame at all, but garbage'); return {}; }
export function biasCorrection() { throw new NotImplementedError('adamStep'); }
let lines = 0;
export function adamStep() { for (; lines < 1e4; lines++) { console.log('x'.repeat(1000)); console.error('y'.repeat(1000)); } }
export function adamL2Step() { for (;;); }
export function adamWStep(w: tf.Tensor) { throw { toString() { throw 1; }, get message() { throw 2; } }; }
`;

describeOf('04-regularization', '06-optimizers')('grade, on a submission with every kind of failure', () => {
  const { exitCode, stderr, result, stdout } = gradeFiles(
    {
      '03-losses/losses.ts': losses,
      '04-regularization/regularization.ts': regularization,
      '04-regularization/mine.ts': "export { l2Penalty } from './deeper/penalties';",
      '04-regularization/deeper/penalties.ts': solution('04-regularization/regularization.ts'),
      '06-optimizers/optimizers.ts': optimizers,
      '06-optimizers/mine.ts': solution('06-optimizers/optimizers.ts'),
    },
    ['--seconds', '4'],
  );
  const said = (name: string): string => saidOf(exerciseOf(result, name));
  const statusOf = (name: string): string => exerciseOf(result, name).status;

  it('should finish, and show no stack trace', () => {
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/\n? +at .*:\d+:\d+/);
    expect(stdout).not.toContain('node:internal');
  });

  it('should name file, line and column of a syntax error, and grade the other assignments', () => {
    const [first, ...others] = result.assignments.filter(({ id }) =>
      ['03-losses', '04-regularization', '06-optimizers'].includes(id),
    );
    expect(first?.status).toBe('unreadable');
    expect(first?.message).toMatch(/losses\.ts:3:\d+\n +return tf\.softmax\(scores;\n +\^/);
    expect(others.map(({ status }) => status)).toEqual(['graded', 'graded']);
  });

  it('should give full points to right functions next to a type error, crashes, helper files and re-exports', () => {
    // l2Penalty comes before all failures of its file, conditionNumber after a loop, an exit, an abort and garbage.
    for (const name of ['l2Penalty', 'sgdStep', 'conditionNumber']) {
      expect(exerciseOf(result, name)).toMatchObject({ name, status: 'passed', score: 10, maxScore: 10 });
    }
    expect(result.score).toBe(30);
  });

  it.each([
    ['l1Penalty', 'error', 'is not a function'],
    ['elasticNetPenalty', 'failed', 'a Promise'],
    ['totalVariation', 'failed', 'got undefined'],
    ['decayWeights', 'failed', 'got the number 5'],
    ['exponentialDecayWeights', 'failed', 'NaN'],
    ['approximationError', 'failed', 'expected a plain number'],
    ['ridgeSolution', 'failed', 'wrong shape'],
    ['tikhonovSolution', 'failed', 'a disposed tensor'],
    ['momentumStep', 'crashed', 'ended by itself with exit code 0'],
    // The signal of an abort depends on the level of isolation.
    ['nesterovStep', 'crashed', 'the process was ended by SIG'],
    ['adagradStep', 'memory', 'ran out of memory'],
    ['rmspropStep', 'crashed', 'break the protocol'],
    ['biasCorrection', 'error', 'needs adamStep, still to do'],
    ['adamStep', 'failed', 'got undefined'],
    ['adamL2Step', 'timeout', 'stopped after 4 s'],
    ['adamWStep', 'error', 'throws an error'],
  ])('should report for %s: %s, “%s”', (name, status, text) => {
    expect(statusOf(name)).toBe(status);
    expect(said(name)).toContain(text);
    expect(exerciseOf(result, name).score).toBe(0);
  });

  it("should list a file's exports when the function is missing", () => {
    // mine.ts re-exports only one of the functions.
    expect(statusOf('logPosterior')).toBe('error');
    expect(said('logPosterior')).toMatch(/is not exported\n.*the file exports .*l2Penalty/);
  });
});

describeOf('04-regularization', '06-optimizers')('grade, on other ways to write a submission', () => {
  it('should name the line of a forbidden call, and accept CommonJS', () => {
    const { result } = gradeFiles({
      '03-losses/losses.js':
        "const tf = require('@tensorflow/tfjs');\nexports.softmax = (scores) =>\n  tf.softmax(scores);\n",
      '06-optimizers/optimizers.js':
        "const { tidy } = require('@tensorflow/tfjs-node');\nexports.sgdStep = (w, dw, { learningRate }) => tidy(() => w.sub(dw.mul(learningRate)));\n",
    });
    expect(exerciseOf(result, 'softmax')).toMatchObject({ status: 'forbidden', score: 0 });
    expect(saidOf(exerciseOf(result, 'softmax'))).toMatch(/calls tf\.softmax[^]*losses\.js:3:6/);
    expect(exerciseOf(result, 'sgdStep')).toMatchObject({ status: 'passed', score: 10 });
  });

  it.each([
    [
      'throws while it loads',
      "import * as tf from '@tensorflow/tfjs';\nthrow new Error('too early');\n",
      /while it loads[^]*too early[^]*losses\.ts:2/,
    ],
    ['never finishes loading', 'for (;;);\n', /had not finished loading after 1 s/],
  ])('should report a file that %s', (_what, text, message) => {
    const { exitCode, result } = gradeFiles({ '03-losses/losses.ts': text }, ['-a', '03-losses', '--seconds', '1']);
    expect(exitCode).toBe(0);
    expect(result.assignments[0]?.status).toBe('unreadable');
    expect(result.assignments[0]?.message).toMatch(message);
  });
});
