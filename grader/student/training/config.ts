import {
  files,
  type OptimizerName,
  type ScheduleName,
  type TrainerName,
  type TrainingFile,
} from '../../curriculum/training';

/** How to train. Defaults are resolved where the command is read. */
export interface TrainingConfig {
  readonly trainer: TrainerName;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly schedule: ScheduleName;
  /** Steps of the ramp before the schedule, by withWarmup; 0 for none. */
  readonly warmupSteps: number;
  /** Rounds through the training data; gradientDescent makes one step in each. */
  readonly epochs: number;
  readonly batchSize: number;
  /** Strength of the penalty in the loss. */
  readonly lambda: number;
  /** Strength of the decay in adamL2 and adamW, which others don't have. */
  readonly weightDecay: number;
  /** Of the order of the examples, and of the cut between training and validation. */
  readonly seed: number;
}

/** The files whose functions a training is shown with, where they are written. */
export const helpfulFiles: readonly TrainingFile[] = [files.linearClassifier];

/** The files without whose functions this training can't be. */
export function neededFiles({ trainer, schedule, warmupSteps }: TrainingConfig): readonly TrainingFile[] {
  return [
    files.losses,
    ...(trainer === 'trainMiniBatches' ? [files.optimizers] : []),
    ...(schedule !== 'constant' || warmupSteps > 0 ? [files.schedules] : []),
    files.training,
  ];
}
