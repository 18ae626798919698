import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingResults } from '../../student/training';
import { describeOf } from '../../testbed/course/ofCourse';
import { root, runGrader, withFolder, type Run } from '../testing/runGrader';
import { skeleton, submission, train } from '../testing/trainSubmission';

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
