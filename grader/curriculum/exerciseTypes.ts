// Type aliases, since an interface would not fit tfjs's TensorContainer, which tf.tidy returns.

import type { Scalar, Tensor, Tensor1D, Tensor2D, TensorContainer } from '@tensorflow/tfjs';

/** 01: examples and their classes. */
export type LabelledData = {
  /** (N, D), one example per row */
  x: Tensor2D;
  /** (N,) int32 */
  y: Tensor1D;
};

/** 01: data in three parts. */
export type DatasetSplit = {
  train: LabelledData;
  validation: LabelledData;
  test: LabelledData;
};

/** 01: a distance between two rows. */
export type Metric = 'l1' | 'l2';

/** 01: the best settings on the validation set, and their accuracy. */
export type HyperparameterChoice = {
  k: number;
  metric: Metric;
  /** from 0 to 1 */
  accuracy: number;
};

/** 03: a loss over class scores, and its gradient. */
export type ScoresLoss = {
  /** rank 0 */
  loss: Scalar;
  /** (N, C), like the scores */
  dScores: Tensor2D;
};

/** 03: the loss of a linear classifier, and its gradient. */
export type WeightsLoss = {
  /** rank 0 */
  loss: Scalar;
  /** (C, D), like W */
  dW: Tensor2D;
};

/** 03: the loss of a linear regression, and its gradient. */
export type RegressionLoss = {
  /** rank 0 */
  loss: Scalar;
  /** (D,), like w */
  dw: Tensor1D;
};

/** 04: a penalty on weights of any shape, and its gradient. */
export type Penalty = {
  /** rank 0 */
  penalty: Scalar;
  /** like W */
  dW: Tensor;
};

/** 04: a penalty on an image, and its gradient. */
export type ImagePenalty = {
  /** rank 0 */
  penalty: Scalar;
  /** like the image */
  dImage: Tensor2D;
};

/** 04: a log-probability density, up to a constant, and its gradient. */
export type LogDensity = {
  /** rank 0 */
  value: Scalar;
  /** (D,), like w */
  dw: Tensor1D;
};

/** 06: weights and velocity after a step. */
export type MomentumResult = {
  w: Tensor;
  v: Tensor;
};

/** 06: weights and the running sum or mean of squared gradients after a step. */
export type SquaresResult = {
  w: Tensor;
  s: Tensor;
};

/** 06: the state of Adam. */
export type AdamState = {
  /** first moment, like w */
  m: Tensor;
  /** second moment, like w */
  v: Tensor;
  /** steps so far */
  t: number;
};

/** 06: weights and state after a step. */
export type AdamResult = {
  w: Tensor;
  state: AdamState;
};

/** 06: Adam's options. */
export type AdamOptions = {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
};

/** 08: a loss with its penalty, such as softmaxLoss of 03. Returns new tensors, which the caller disposes. */
export type LossFunction = (...inputs: [W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number]) => WeightsLoss;

/**
 * 08: the state of an optimizer: nothing, a tensor, or a record of tensors and numbers. Undefined before the first
 * step.
 */
export type OptimizerState = TensorContainer | undefined;

/** 08: one step of an optimizer. Returns new tensors, which the caller disposes. */
export type OptimizerStep = (
  W: Tensor2D,
  dW: Tensor2D,
  state: OptimizerState,
) => { w: Tensor2D; state: OptimizerState };

/** 08: options of full-batch gradient descent. */
export type GradientDescentOptions = {
  learningRate: number;
  iterations: number;
  lambda: number;
  /** (C, D), initial weights */
  initialW: Tensor2D;
  loss: LossFunction;
};

/** 08: options of mini-batch training. */
export type MiniBatchOptions = {
  step: OptimizerStep;
  batchSize: number;
  epochs: number;
  lambda: number;
  /** (C, D), initial weights */
  initialW: Tensor2D;
  seed: number;
  loss: LossFunction;
};

/** 08: weights after a training, and the loss history. */
export type TrainingResult = {
  /** (C, D) */
  W: Tensor2D;
  lossHistory: number[];
};

/** 08: the best weights of a search, and their loss. */
export type SearchResult = {
  /** (C, D) */
  W: Tensor2D;
  loss: number;
};

/** 08: the best strength on the validation set, and its accuracy. */
export type LambdaChoice = {
  lambda: number;
  /** from 0 to 1 */
  accuracy: number;
};

/** 08: maps images (M, D) to labels (M,) int32, for any M. */
export type Classifier = (x: Tensor2D) => Tensor1D;
