import {
  files,
  type OptimizerName,
  type ScheduleName,
  type TrainerName,
  type TrainingFile,
} from '../../curriculum/training';

/** Settings of a training. Defaults are resolved by the command. */
export interface TrainingConfig {
  readonly trainer: TrainerName;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly schedule: ScheduleName;
  /** Steps of the ramp before the schedule, by withWarmup; 0 for none. */
  readonly warmupSteps: number;
  /** Passes over the training data; gradientDescent makes one step in each. */
  readonly epochs: number;
  readonly batchSize: number;
  /** Strength of the penalty in the loss. */
  readonly lambda: number;
  /** Strength of the decay; only for adamL2 and adamW. */
  readonly weightDecay: number;
  /** Seed of the example order, and of the split into training and validation. */
  readonly seed: number;
}

/** The files whose functions a training can show, if written. */
export const helpfulFiles: readonly TrainingFile[] = [files.linearClassifier];

/** The files whose functions this training requires. */
export function neededFiles({ trainer, schedule, warmupSteps }: TrainingConfig): readonly TrainingFile[] {
  return [
    files.losses,
    ...(trainer === 'trainMiniBatches' ? [files.optimizers] : []),
    ...(schedule !== 'constant' || warmupSteps > 0 ? [files.schedules] : []),
    files.training,
  ];
}
