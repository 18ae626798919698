// The assignments and functions of this course that `grader train` uses.

/** A student's file that training can use. */
export interface TrainingFile {
  readonly id: string;
  readonly file: string;
}

export const files = {
  linearClassifier: { id: '02-linear-classifier', file: 'linear-classifier.ts' },
  losses: { id: '03-losses', file: 'losses.ts' },
  optimizers: { id: '06-optimizers', file: 'optimizers.ts' },
  schedules: { id: '07-schedules', file: 'schedules.ts' },
  training: { id: '08-training', file: 'training.ts' },
} as const satisfies Record<string, TrainingFile>;

/** Optimizers by their `--optimizer` name, with the function of 06-optimizers and an initial learning rate. */
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

/** Schedules by their `--schedule` name, with the function of 07-schedules; `constant` needs none. */
export const schedules = {
  constant: undefined,
  exponential: 'exponentialDecay',
  step: 'stepDecay',
  cosine: 'cosineDecay',
  linear: 'linearDecay',
  inverseSqrt: 'inverseSqrtDecay',
} as const;

export type ScheduleName = keyof typeof schedules;

/** Functions of 08-training that can be the trainer. */
export const trainers = ['trainMiniBatches', 'gradientDescent'] as const;
