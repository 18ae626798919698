import { optimizers, type OptimizerName, type ScheduleName, type TrainerName } from '../../curriculum/training';
import type { TrainingConfig, TrainTexts } from '../../student/training';
import { UsageError } from '../errors';
import { numberOption } from '../numberOption';

/** Command-line options of `train`. */
export interface TrainOptions {
  readonly optimizer: OptimizerName;
  readonly learningRate?: number;
  readonly schedule: ScheduleName;
  readonly warmup: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly lambda: number;
  readonly weightDecay: number;
  readonly trainer: TrainerName;
  readonly seed: number;
  /** True if no file is named. */
  readonly resume?: string | true;
  readonly open: boolean;
  readonly from?: string;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** Resolves defaults that depend on other options. @throws UsageError for incompatible options */
export function toConfig(options: TrainOptions, texts: TrainTexts): TrainingConfig {
  const { optimizer, schedule, warmup, epochs, batchSize, lambda, weightDecay, trainer, seed } = options;
  if (trainer === 'gradientDescent' && (optimizer !== 'sgd' || schedule !== 'constant' || warmup > 0)) {
    throw new UsageError(texts.plainSteps);
  }
  const learningRate = options.learningRate ?? optimizers[optimizer].learningRate;
  return {
    trainer,
    optimizer,
    learningRate,
    schedule,
    warmupSteps: warmup,
    epochs,
    batchSize,
    lambda,
    weightDecay,
    seed,
  };
}

export const parsePositive = numberOption((value) => value > 0, 'It must be a number above 0.');

export const parseNonNegative = numberOption((value) => value >= 0, 'It must be a number, 0 or more.');

export const parseCount = numberOption(
  (value) => Number.isSafeInteger(value) && value >= 0,
  'It must be a whole number, 0 or more.',
);
