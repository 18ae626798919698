import * as tf from '@tensorflow/tfjs';
import type { TrainingConfig } from '../../config';
import { StudentCode } from '../StudentCode';
import { StudentError } from '../StudentError';

export const config: TrainingConfig = {
  trainer: 'trainMiniBatches',
  optimizer: 'sgd',
  learningRate: 0.8,
  schedule: 'constant',
  warmupSteps: 0,
  epochs: 1,
  batchSize: 1,
  lambda: 0,
  weightDecay: 0.25,
  seed: 1,
};

export function student(code: Readonly<Record<string, string>>): StudentCode {
  return new StudentCode(tf, code);
}

/** What is wrong, of what a function throws. */
export function problemIn(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof StudentError) return error.problem;
    throw error;
  }
  return undefined;
}
