import { z } from 'zod';
import {
  files,
  optimizers,
  schedules,
  trainers,
  type OptimizerName,
  type ScheduleName,
  type TrainingFile,
} from '../../curriculum/training';

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>): [Name, ...Name[]] =>
  Object.keys(table) as [Name, ...Name[]];

export const configSchema = z.object({
  trainer: z.enum(trainers),
  optimizer: z.enum(namesOf<OptimizerName>(optimizers)),
  learningRate: z.number(),
  schedule: z.enum(namesOf<ScheduleName>(schedules)),
  /** Steps of the ramp before the schedule, by withWarmup; 0 for none. */
  warmupSteps: z.number(),
  /** Passes over the training data; gradientDescent makes one step in each. */
  epochs: z.number(),
  batchSize: z.number(),
  /** Strength of the penalty in the loss. */
  lambda: z.number(),
  /** Strength of the decay; only for adamL2 and adamW. */
  weightDecay: z.number(),
  /** Seed of the example order, and of the split into training and validation. */
  seed: z.number(),
});

/** Settings of a training. Defaults are resolved by the command. */
export type TrainingConfig = Readonly<z.infer<typeof configSchema>>;

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
