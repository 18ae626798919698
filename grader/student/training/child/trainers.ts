import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { GradientDescentOptions, LossFunction, MiniBatchOptions, OptimizerState } from 'descent';
import { files } from '../../../curriculum/training';
import type { TrainingConfig } from '../config';
import type { StepAtRate } from './optimizerStep';
import type { LearningRates } from './learningRates';
import { fieldsOf, requireTensor } from './requireTensor';
import type { StudentCode } from './StudentCode';
import type { Watcher } from './Watcher';

/** Inputs of a trainer. */
export interface TrainerContext {
  readonly student: StudentCode;
  readonly config: TrainingConfig;
  readonly x: Tensor2D;
  readonly y: Tensor1D;
  /** Progress of the resumed training, if any. */
  readonly begun: {
    readonly initialW: Tensor2D;
    readonly memory: OptimizerState;
    readonly epochs: number;
    readonly steps: number;
  };
  readonly watcher: Watcher;
}

/** A training that is ready: all its functions exist. Its result is unchecked. */
export type ReadyTraining = () => unknown;

/** The student's trainMiniBatches, observed through its loss and step. */
export function miniBatchTraining(context: TrainerContext, step: StepAtRate, rateAt: LearningRates): ReadyTraining {
  const { student, config, x, y, begun, watcher } = context;
  const trainMiniBatches = student.functionOf(files.training.id, 'trainMiniBatches');
  const loss = studentLoss(student);
  let { steps } = begun;
  const options: MiniBatchOptions = {
    ...common(context),
    batchSize: config.batchSize,
    epochs: config.epochs - begun.epochs,
    // A resumed training has already used the first orders.
    seed: config.seed + begun.epochs,
    loss: (W, data, truth, lambda) => {
      const result = loss(W, data, truth, lambda);
      // The loss of all examples, which the trainer records after an epoch, is overwritten before the next step.
      watcher.sawLoss(numberOf(result.loss));
      return result;
    },
    step: (W, dW, state) => {
      const learningRate = rateAt(steps);
      const result = step(W, dW, steps === begun.steps ? (begun.memory ?? state) : state, learningRate);
      steps += 1;
      watcher.sawStep(result.w, learningRate, result.state);
      return result;
    },
  };
  return () => trainMiniBatches(x, y, options);
}

/** The student's gradientDescent, observed through its loss, which gets the weights after the previous step. */
export function gradientDescentTraining(context: TrainerContext): ReadyTraining {
  const { student, config, x, y, begun, watcher } = context;
  const gradientDescent = student.functionOf(files.training.id, 'gradientDescent');
  const loss = studentLoss(student);
  let evaluations = 0;
  const options: GradientDescentOptions = {
    ...common(context),
    learningRate: config.learningRate,
    iterations: config.epochs - begun.epochs,
    loss: (W, data, truth, lambda) => {
      if (evaluations > 0) watcher.sawStep(W, config.learningRate);
      evaluations += 1;
      const result = loss(W, data, truth, lambda);
      watcher.sawLoss(numberOf(result.loss));
      return result;
    },
  };
  return () => {
    const result = gradientDescent(x, y, options);
    // There is no call of the loss after the last step.
    if (evaluations > 0) {
      const W = requireTensor(fieldsOf(result)['W'], begun.initialW.shape, 'W', {
        assignment: files.training.id,
        exercise: 'gradientDescent',
      });
      watcher.sawStep(W as Tensor2D, config.learningRate);
    }
    return result;
  };
}

function common({ config, begun }: TrainerContext): { lambda: number; initialW: Tensor2D } {
  return { lambda: config.lambda, initialW: begun.initialW };
}

/** The student's softmaxLoss, with a checked result. */
function studentLoss(student: StudentCode): LossFunction {
  const place = { assignment: files.losses.id, exercise: 'softmaxLoss' };
  const softmaxLoss = student.functionOf(place.assignment, place.exercise);
  return (W, x, y, lambda) => {
    const { loss, dW } = fieldsOf(softmaxLoss(W, x, y, lambda));
    return {
      loss: requireTensor(loss, [], 'loss', place) as Scalar,
      dW: requireTensor(dW, W.shape, 'dW', place) as Tensor2D,
    };
  };
}

function numberOf(loss: Scalar): number {
  return loss.dataSync()[0] ?? NaN;
}
