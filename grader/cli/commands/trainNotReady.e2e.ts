import { describeOf } from '../../testbed/course/ofCourse';
import { runGrader } from '../testing/runGrader';
import { skeleton, submission, train } from '../testing/trainSubmission';

describeOf('06-optimizers', '08-training')("grader train, when the student's code is not ready", () => {
  it.each([
    {
      what: 'a file is missing',
      change: { '03-losses/losses.ts': undefined },
      message:
        'training needs 03-losses: not submitted\n  there is no 03-losses/losses.ts\n  give your file this name, or begin with the skeleton of the release',
    },
    {
      what: 'a function is missing',
      change: { '06-optimizers/optimizers.ts': 'export const rate = 1;' },
      message:
        '06-optimizers/optimizers.ts exports no function sgdStep, which training calls; write `export function sgdStep`',
    },
    {
      what: 'a function is to do',
      change: { '03-losses/losses.ts': skeleton('softmaxLoss') },
      message:
        'softmaxLoss in 03-losses/losses.ts is still to do, and training calls it: write it first (`npm test -- 03-losses -t softmaxLoss` checks it)',
    },
    {
      what: 'the code has a syntax error',
      change: { '08-training/training.ts': 'const one = 1;\nexport function trainMiniBatches( {' },
      message: /^grader: training needs 08-training: does not compile\n {2}.*\n {2}08-training\/training\.ts:2/,
    },
    {
      what: 'a function throws',
      change: { '06-optimizers/optimizers.ts': `export function sgdStep(w) {\n  return w.nothing.more;\n}\n` },
      message:
        "sgdStep in 06-optimizers/optimizers.ts throws an error: TypeError: Cannot read properties of undefined (reading 'more')\n" +
        '  06-optimizers/optimizers.ts:2   return w.nothing.more;',
    },
    {
      what: 'a function returns something else',
      change: { '08-training/training.ts': 'export const trainMiniBatches = () => ({ W: 1, lossHistory: [] });' },
      message:
        'trainMiniBatches in 08-training/training.ts returns a W that is no tensor, where training needs W, a tensor of shape (10, 65); ' +
        'see `npm test -- 08-training -t trainMiniBatches`',
    },
    {
      what: 'the process is ended',
      change: { '03-losses/losses.ts': 'export const softmaxLoss = () => globalThis.process.exit(0);' },
      message:
        'the training process ended with exit code 0 before it was done: does your code call process.exit, or use up all memory?',
    },
  ])('should say what to do when $what', ({ change, message }) => {
    const { exitCode, stderr, results } = train(submission(change), ['--quiet']);
    expect(stderr.trim()).toEqual(typeof message === 'string' ? `grader: ${message}` : expect.stringMatching(message));
    expect(exitCode).toBe(1);
    expect(results).toBeUndefined();
  });

  it('should keep the steps so far when the loss becomes NaN', () => {
    const { exitCode, stderr, results } = train(submission(), ['--learning-rate', '1e60', '--quiet']);
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      'grader: the loss is NaN at step 2: the steps are too large; try a smaller --learning-rate, or look at the losses in the results\n',
    );
    expect(results).toMatchObject({ status: 'diverged', steps: { loss: [expect.closeTo(Math.log(10), 4), 'NaN'] } });
  });

  it.each([
    { args: ['03-losses'], message: 'there is nothing to train in 03-losses; try `npm run train -- 08-training`' },
    {
      args: ['08-training', '--from', 'no/such/folder'],
      message: 'there is no folder no/such/folder; give --from the folder that holds 03-losses',
    },
  ])('should exit with 2 when called with $args', ({ args, message }) => {
    const { exitCode, stderr } = runGrader(['train', ...args, '--quiet']);
    expect(stderr).toBe(`grader: ${message}\n`);
    expect(exitCode).toBe(2);
  });

  it('should exit with 2 for an unknown backend', () => {
    const { exitCode, stderr } = train(submission(), ['--quiet'], { DESCENT_BACKEND: 'gpu' });
    expect(stderr).toMatch(/^grader: DESCENT_BACKEND=gpu is no backend: set it to tensorflow/);
    expect(exitCode).toBe(2);
  });
});
