/** Optimizers that can train, by the name that `--optimizer` takes, with the function of 06-optimizers and a learning rate to start with. */
export const optimizers = {
  sgd: { exercise: 'sgdStep', learningRate: 0.5 },
  momentum: { exercise: 'momentumStep', learningRate: 0.1 },
  adagrad: { exercise: 'adagradStep', learningRate: 0.1 },
  rmsprop: { exercise: 'rmspropStep', learningRate: 0.01 },
  adam: { exercise: 'adamStep', learningRate: 0.02 },
  adamL2: { exercise: 'adamL2Step', learningRate: 0.02 },
  adamW: { exercise: 'adamWStep', learningRate: 0.02 },
} as const;

export type OptimizerName = keyof typeof optimizers;

/** Schedules of the learning rate, by the name that `--schedule` takes, with the function of 07-schedules; `constant` needs none. */
export const schedules = {
  constant: undefined,
  exponential: 'exponentialDecay',
  step: 'stepDecay',
  cosine: 'cosineDecay',
  linear: 'linearDecay',
  inverseSqrt: 'inverseSqrtDecay',
} as const;

export type ScheduleName = keyof typeof schedules;

/** Functions of 08-training that can do the training. */
export const trainers = ['trainMiniBatches', 'gradientDescent'] as const;

export type TrainerName = (typeof trainers)[number];

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

/** A file of the student's that training may need. */
export interface TrainingFile {
  readonly id: string;
  readonly file: string;
}

/** The files with the functions that this training calls. */
export function neededFiles({ trainer, schedule, warmupSteps }: TrainingConfig): readonly TrainingFile[] {
  return [
    files.losses,
    ...(trainer === 'trainMiniBatches' ? [files.optimizers] : []),
    ...(schedule !== 'constant' || warmupSteps > 0 ? [files.schedules] : []),
    files.training,
  ];
}

export const files = {
  losses: { id: '03-losses', file: 'losses.ts' },
  optimizers: { id: '06-optimizers', file: 'optimizers.ts' },
  schedules: { id: '07-schedules', file: 'schedules.ts' },
  training: { id: '08-training', file: 'training.ts' },
} as const satisfies Record<string, TrainingFile>;
