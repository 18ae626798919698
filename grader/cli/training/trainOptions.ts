import { optimizers } from '../../curriculum/training';
import { configSchema, type TrainingConfig, type TrainTexts } from '../../student/training';
import { UsageError } from '../errors';
import { numberOption } from '../numberOption';
import type { OutputOptions } from '../progress';

/** Command-line options of `train`. */
export interface TrainOptions extends Omit<TrainingConfig, 'learningRate' | 'warmupSteps'>, OutputOptions {
  readonly learningRate?: number;
  readonly warmup: number;
  /** True if no file is named. */
  readonly resume?: string | true;
  readonly open: boolean;
  readonly from?: string;
  readonly out?: string;
}

/** Resolves defaults that depend on other options. @throws UsageError for incompatible options */
export function toConfig(options: TrainOptions, texts: TrainTexts): TrainingConfig {
  const { optimizer, schedule, warmup, trainer, learningRate = optimizers[optimizer].learningRate } = options;
  if (trainer === 'gradientDescent' && (optimizer !== 'sgd' || schedule !== 'constant' || warmup > 0)) {
    throw new UsageError(texts.plainSteps);
  }
  // Without the options that are no settings.
  return configSchema.parse({ ...options, learningRate, warmupSteps: warmup });
}

export const parsePositive = numberOption((value) => value > 0, 'It must be a number above 0.');

export const parseNonNegative = numberOption((value) => value >= 0, 'It must be a number, 0 or more.');

export const parseCount = numberOption(
  (value) => Number.isSafeInteger(value) && value >= 0,
  'It must be a whole number, 0 or more.',
);
