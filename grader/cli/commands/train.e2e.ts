import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingResults } from '../../student/training';
import { root, runGrader, withFolder, type Run } from '../testing/runGrader';
import { describeOf } from '../../testbed/course/ofCourse';

const skeleton = (name: string): string =>
  `import { NotImplementedError } from 'descent';\nexport function ${name}() { throw new NotImplementedError('${name}'); }\n`;
const solution = (id: string, file: string): string => readFileSync(join(root, 'solutions', id, file), 'utf8');

/** A submission of the solutions with these files changed; undefined removes one. */
function submission(change: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    '03-losses/losses.ts': solution('03-losses', 'losses.ts'),
    '06-optimizers/optimizers.ts': solution('06-optimizers', 'optimizers.ts'),
    '08-training/training.ts': solution('08-training', 'training.ts'),
    '02-linear-classifier/linear-classifier.ts': solution('02-linear-classifier', 'linear-classifier.ts'),
    ...change,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

interface Training extends Run {
  readonly results: TrainingResults | undefined;
  readonly page: string | undefined;
}

function train(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Training {
  return withFolder(files, (folder) => {
    const out = join(folder, 'results.json');
    const run = runGrader(
      ['train', '08-training', '--from', folder, '--epochs', '5', '--out', out, ...args],
      environment,
    );
    return {
      ...run,
      results: existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as TrainingResults) : undefined,
      page: existsSync(out) ? readFileSync(join(folder, 'results.html'), 'utf8') : undefined,
    };
  });
}

describeOf('06-optimizers', '08-training')('grader train', () => {
  // 1,000 images in batches of 300 are 4 steps an epoch, including the short batch.
  it('should train on the digits, and write everything the page plots', () => {
    const { exitCode, stdout, results, page } = train(submission(), ['--batch-size', '300'], {
      DESCENT_BACKEND: 'wasm',
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^20 steps in .* on wasm \(tfjs-backend-wasm .*\nbest validation accuracy .*, after epoch \d\n.* at the end\nresults: .*\ncurves: .*results\.html\n$/,
    );
    expect(results).toMatchObject({ status: 'finished', precision: 'float32', backend: { name: 'wasm' } });
    expect(results?.steps.loss.length).toBe(20);
    expect(results?.steps.learningRate).toEqual(Array<number>(20).fill(0.5));
    expect(results?.epochs.map(({ epoch, step }) => [epoch, step])).toEqual([[1, 4], [2, 8], [3, 12], [4, 16], [5, 20]]); // prettier-ignore
    expect(results?.lossHistory?.length).toBe(5);
    // With W = 0 all 10 classes are equally likely: log 10.
    expect(results?.steps.loss[0]).toBeCloseTo(Math.log(10), 4);
    // A linear classifier of the digits reaches 94 to 96 % in the end, most of it early.
    expect(results?.best?.validationAccuracy).toBeGreaterThan(0.85);
    expect(results?.best?.W.shape).toEqual([10, 65]);
    expect(results?.best?.W.values.length).toBe(650);
    // Each class's template spans 0 to 255.
    const images = results?.templates?.status === 'drawn' ? results.templates.images.values.map(Number) : [];
    expect([images.length, Math.min(...images), Math.max(...images)]).toEqual([640, 0, 255]);
    expect(page).toContain('What each class looks for');
  });

  it('should resume with the saved state and settings, and report in Chinese', () => {
    withFolder(submission(), (folder) => {
      const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')];
      const call = (...args: readonly string[]): Run =>
        runGrader(['train', '--from', folder, '--quiet', ...args], { DESCENT_LANG: 'zh' });
      call('--optimizer', 'adam', '--epochs', '2', '--out', first);
      expect(call('--resume', first, '--epochs', '3', '--out', second)).toMatchObject({ exitCode: 0, stderr: '' });
      const [before, after] = [first, second].map((file) => JSON.parse(readFileSync(file, 'utf8')) as TrainingResults);
      expect(after).toMatchObject({ config: { optimizer: 'adam', epochs: 3 }, resumed: 'first.json' });
      expect(after?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
      expect(after?.steps.loss.slice(0, 20)).toEqual(before?.steps.loss);
      // Adam counts its steps.
      expect([before, after].map((one) => one?.last?.memory)).toMatchObject([{ t: 20 }, { t: 30 }]);
      expect(call('--resume', second)).toMatchObject({
        ...{ exitCode: 2, stderr: 'grader: second.json 的 3 轮已全部完成；加上 `--epochs 6` 可以继续\n' },
      });
      expect(call('--resume', first, '--optimizer', 'adamW').stderr).toBe('grader: --resume 按原来的设置继续训练；请去掉 --optimizer\n'); // prettier-ignore
    });
  });

  it('should train without classTemplates, and name what is missing on the page', () => {
    const file = '02-linear-classifier/linear-classifier.ts';
    const todo = train(submission({ [file]: skeleton('classTemplates') }), ['--quiet']);
    expect(todo.exitCode).toBe(0);
    expect(todo.page).toContain('classTemplates in 02-linear-classifier/linear-classifier.ts is still to do');
    expect(train(submission({ [file]: undefined }), ['--quiet']).page).toContain('Write classTemplates of');
  });

  it('should train the same on every backend, and report progress', () => {
    const [wasm, cpu] = ['wasm', 'cpu'].map((DESCENT_BACKEND) =>
      train(submission(), ['--optimizer', 'adamW', '--plain'], { DESCENT_BACKEND }),
    );
    expect(cpu?.results?.backend?.name).toBe('cpu');
    for (const [index, loss] of (cpu?.results?.steps.loss ?? []).entries()) {
      expect(Math.abs(Number(wasm?.results?.steps.loss[index]) - Number(loss))).toBeLessThan(1e-3);
    }
    expect(cpu?.stderr).toMatch(/^grader: training on cpu: DESCENT_BACKEND=cpu asks for it$/m);
    expect(cpu?.stderr).toMatch(
      /^grader: epoch 5\/5 {2}step 50\/50 {2}loss 0\.\d+ {2}accuracy \d\d\.\d % \(best \d\d\.\d %\) {2}rate 0\.02 {2}/m,
    );
  });

  it('should train with gradientDescent, one step an epoch', () => {
    const { exitCode, results } = train(submission({ '06-optimizers/optimizers.ts': undefined }), [
      '--trainer',
      'gradientDescent',
      '--quiet',
    ]);
    expect(exitCode).toBe(0);
    expect(results?.steps.loss.length).toBe(5);
    expect(results?.epochs.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    expect(results?.lossHistory).toEqual(results?.steps.loss);
  });
});

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

describeOf('06-optimizers', '08-training')('grader train, interrupted', () => {
  it('should keep the best weights, and exit with 130', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
    try {
      const out = join(folder, 'results.json');
      const args = ['train', '08-training', '--from', 'solutions', '--epochs', '1000000', '--plain', '--out', out];
      const child = spawn(process.execPath, [join(root, 'grader', 'cli', 'bin.js'), ...args], {
        cwd: root,
        env: { ...process.env, DEBUG: '' },
      });
      let said = '';
      child.stderr.on('data', (data: Buffer) => {
        said += data.toString();
        // Printed when the process runs; a few epochs later there is something to save.
        if (said.includes('training on') && child.exitCode === null)
          setTimeout(() => child.kill('SIGINT'), 500).unref();
      });
      const exitCode = await new Promise((resolve) => child.on('close', resolve));
      expect(exitCode).toBe(130);
      expect(said).toMatch(/grader: stopped; the best weights so far are kept\n$/);
      const results = JSON.parse(readFileSync(out, 'utf8')) as TrainingResults;
      expect(results).toMatchObject({ status: 'interrupted', lossHistory: null, finalValidationAccuracy: null });
      expect(results.best?.W.values.length).toBe(650);
      expect(results.steps.loss.length).toBeGreaterThanOrEqual(results.last?.step ?? Infinity);
      expect(readFileSync(join(folder, 'results.html'), 'utf8')).toContain('stopped early');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
