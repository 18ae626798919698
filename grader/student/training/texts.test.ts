import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingConfig } from './config';
import { problemText } from './problemText';
import { progressText, summaryText } from './progressText';
import { en } from './texts/en';
import { TrainingRecord } from './TrainingRecord';
import { nextResultsFile, writeResults } from './writeResults';

const config: TrainingConfig = {
  trainer: 'trainMiniBatches',
  optimizer: 'sgd',
  learningRate: 0.5,
  schedule: 'constant',
  warmupSteps: 0,
  epochs: 4,
  batchSize: 500,
  lambda: 0,
  weightDecay: 0,
  seed: 1,
};

/** Record of half a training of 4 epochs with 2 steps each, reported 2 seconds after the start. */
function halfway(): TrainingRecord {
  let now = 1000;
  const record = new TrainingRecord(config, undefined, () => now);
  const backend = { name: 'wasm', why: 'tfjs-node is not installed', version: 'with SIMD' };
  record.add({
    type: 'started',
    backend,
    data: { train: 1000, validation: 297, features: 65, classes: 10 },
    stepsPerEpoch: 2,
  });
  now = 3000;
  record.add({ type: 'best', epoch: 1, step: 2, validationAccuracy: 0.96, W: { shape: [1, 1], values: [7] } });
  record.add({ type: 'steps', loss: [2, 1.5, 1, 0.25], learningRate: [0.5, 0.5, 0.5, 0.5] });
  record.add({ type: 'epoch', epoch: 2, step: 4, seconds: 2, loss: 0.6, validationAccuracy: 0.95 });
  return record;
}

const provenance = {
  assignment: '08-training',
  startedAt: '2027-03-01T12:00:00.000Z',
  graderVersion: '1',
  node: 'v20',
  tfjs: '4.22.0',
};

describe('progressText', () => {
  // 4 steps in 2 seconds are 2 per second, and 4 more take 2 seconds.
  it('should show progress, accuracy and remaining time', () => {
    expect(progressText(halfway(), en, { bar: false })).toBe(
      'epoch 2/4  step 4/8  loss 0.25  accuracy 95.0 % (best 96.0 %)  rate 0.5  2 steps/s  2.0 s left',
    );
  });

  it('should draw a progress bar', () => {
    expect(progressText(halfway(), en, { bar: true }).split('  ')[0]).toBe('██████████░░░░░░░░░░');
  });

  it('should work before there is progress', () => {
    expect(progressText(new TrainingRecord(config), en, { bar: true })).toBe('starting');
  });
});

describe('summaryText', () => {
  it('should show backend, speed and accuracy', () => {
    const record = halfway();
    expect(summaryText(record, en)).toBe(
      '4 steps in 2.0 s on wasm (with SIMD), 2 a second\nbest validation accuracy 96.0 %, after epoch 1',
    );
    record.add({ type: 'finished', lossHistory: [1, 0.5], validationAccuracy: 0.95, seconds: 4 });
    expect(summaryText(record, en)).toBe(
      '4 steps in 4.0 s on wasm (with SIMD), 1 a second\nbest validation accuracy 96.0 %, after epoch 1\nvalidation accuracy 95.0 % at the end',
    );
  });
});

describe('problemText', () => {
  const none = new Map();
  it.each([
    {
      problem: { status: 'todo', assignment: '06-optimizers', exercise: 'adamStep', within: 'adamStep' } as const,
      text: 'adamStep in 06-optimizers/optimizers.ts is still to do, and training calls it: write it first (`npm test -- 06-optimizers -t adamStep` checks it)',
    },
    {
      problem: { status: 'todo', assignment: '06-optimizers', exercise: 'biasCorrection', within: 'adamStep' } as const,
      text: 'biasCorrection in 06-optimizers/optimizers.ts is still to do, and adamStep calls it: write it first (`npm test -- 06-optimizers -t biasCorrection` checks it)',
    },
    {
      problem: { status: 'missing', assignment: '03-losses', exercise: 'softmaxLoss' } as const,
      text: '03-losses/losses.ts exports no function softmaxLoss, which training calls; write `export function softmaxLoss`',
    },
    {
      problem: {
        status: 'throws',
        assignment: '08-training',
        exercise: 'trainMiniBatches',
        message: 'TypeError: x',
        stack: '',
      } as const,
      text: 'trainMiniBatches in 08-training/training.ts throws an error: TypeError: x',
    },
    {
      problem: {
        status: 'returns',
        assignment: '03-losses',
        exercise: 'softmaxLoss',
        expected: 'loss, a scalar',
        got: 'no loss',
      } as const,
      text: 'softmaxLoss in 03-losses/losses.ts returns no loss, where training needs loss, a scalar; see `npm test -- 03-losses -t softmaxLoss`',
    },
  ])('should name function and file when it is $problem.status', ({ problem, text }) => {
    expect(problemText(problem, none, en)).toBe(text);
  });
});

describe('the results', () => {
  it('should contain everything that was reported', () => {
    expect(halfway().toResults('interrupted', provenance)).toEqual({
      schemaVersion: 1,
      ...provenance,
      status: 'interrupted',
      precision: 'float32',
      backend: { name: 'wasm', why: 'tfjs-node is not installed', version: 'with SIMD' },
      config,
      data: { name: 'digits', train: 1000, validation: 297, features: 65, classes: 10 },
      seconds: 2,
      stepsPerSecond: 2,
      steps: { loss: [2, 1.5, 1, 0.25], learningRate: [0.5, 0.5, 0.5, 0.5] },
      epochs: [{ epoch: 2, step: 4, seconds: 2, loss: 0.6, validationAccuracy: 0.95 }],
      lossHistory: null,
      finalValidationAccuracy: null,
      best: { epoch: 1, step: 2, validationAccuracy: 0.96, W: { shape: [1, 1], values: [7] } },
      last: null,
      templates: null,
      resumed: null,
    });
  });

  it('should use the next number, and overwrite nothing', async () => {
    const root = await mkdtemp(join(tmpdir(), 'training-'));
    try {
      const first = await nextResultsFile(root, '08-training');
      expect(first).toBe(join(root, '.descent', 'training', '08-training-1.json'));
      await writeResults(first, halfway().toResults('finished', provenance));
      expect(JSON.parse(await readFile(first, 'utf8'))).toMatchObject({ status: 'finished' });
      for (const name of ['08-training-9.json', '09-beyond-30.json', '08-training-x.json', 'notes.txt']) {
        await writeFile(join(root, '.descent', 'training', name), '');
      }
      expect(await nextResultsFile(root, '08-training')).toBe(
        join(root, '.descent', 'training', '08-training-10.json'),
      );
    } finally {
      await rm(root, { recursive: true });
    }
  });

  it('should report where they could not be written', async () => {
    await expect(writeResults(join(__filename, 'x.json'), halfway().toResults('finished', provenance))).rejects.toThrow(
      /x\.json could not be written: a file is in the way; name another file with --out$/,
    );
  });
});
