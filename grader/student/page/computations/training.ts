import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import { defineComputation, type OwnFunction } from './Computation';
import { digitTensors } from './digits';

export interface TrainingParameters {
  readonly by: 'student' | 'tfjs';
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly lambda: number;
  /** Number of training examples; fewer are easier to memorize. */
  readonly examples: number;
  readonly seed: number;
}

/** Values after each epoch; those of epoch 0 are before the first. */
export interface TrainingCurves {
  readonly loss: readonly number[];
  readonly validationLoss: readonly number[];
  readonly accuracy: readonly number[];
  readonly validationAccuracy: readonly number[];
}

type Train = (x: Tensor2D, y: Tensor1D, options: object) => { W: Tensor2D };
type Loss = (W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => { loss: Scalar; dW: Tensor2D };
interface Examples {
  readonly x: Tensor2D;
  readonly y: Tensor1D;
}

/** Softmax regression on digits, in mini-batches: the student's loop, loss and step, or tfjs's. */
export const trainDigits = defineComputation<TrainingParameters, TrainingCurves>(
  'training.run',
  (own, tf, parameters) => {
    const [train, validation] = [digitTensors(tf, 'train', parameters.examples), digitTensors(tf, 'validation')];
    const epoch = parameters.by === 'student' ? ownEpoch(own, parameters) : companionEpoch(tf, parameters);
    let W: Tensor2D = tf.zeros([10, 64]);
    const measured = [measure(tf, W, train, validation)];
    for (let index = 0; index < parameters.epochs; index += 1) {
      W = epoch(W, train, index);
      measured.push(measure(tf, W, train, validation));
    }
    return {
      loss: measured.map(({ loss }) => loss),
      validationLoss: measured.map(({ validationLoss }) => validationLoss),
      accuracy: measured.map(({ accuracy }) => accuracy),
      validationAccuracy: measured.map(({ validationAccuracy }) => validationAccuracy),
    };
  },
);

export interface StoppingParameters {
  readonly accuracies: readonly number[];
  readonly patience: number;
}

/** The epoch at which training would have stopped. */
export const stoppingAt = defineComputation<StoppingParameters, number>(
  'training.stopping',
  (own, _tf, { accuracies, patience }) =>
    own<(accuracies: number[], patience: number) => number>('08-training', 'stoppingEpoch')([...accuracies], patience),
);

type Epoch = (W: Tensor2D, train: Examples, index: number) => Tensor2D;

function ownEpoch(own: OwnFunction, { learningRate, batchSize, lambda, seed }: TrainingParameters): Epoch {
  const trainMiniBatches = own<Train>('08-training', 'trainMiniBatches');
  const loss = own<Loss>('03-losses', 'softmaxLoss');
  const sgdStep = own<(w: Tensor, dw: Tensor, options: object) => Tensor>('06-optimizers', 'sgdStep');
  const step = (W: Tensor, dW: Tensor): object => ({ w: sgdStep(W, dW, { learningRate }), state: undefined });
  return (W, { x, y }, index) =>
    trainMiniBatches(x, y, { step, batchSize, epochs: 1, lambda, initialW: W, seed: seed + index, loss }).W;
}

function companionEpoch(tf: Tfjs, { learningRate, batchSize, lambda, seed }: TrainingParameters): Epoch {
  return (initial, { x, y }, index) => {
    const W = tf.variable(initial);
    const optimizer = tf.train.sgd(learningRate);
    const order = [...tf.util.createShuffledIndices(x.shape[0])];
    // tfjs has its own shuffling; rotating by the seed makes epochs differ.
    const turned = order.map((_, at) => order[(at + seed + index) % order.length] ?? 0);
    for (let start = 0; start < turned.length; start += batchSize) {
      const rows = tf.tensor1d(turned.slice(start, start + batchSize), 'int32');
      const [batch, truth] = [tf.gather(x, rows), tf.oneHot(tf.gather(y, rows), 10)];
      optimizer.minimize(
        () =>
          companionLoss(tf, W as Tensor2D, batch, truth)
            .add(tf.mul(lambda, tf.square(W).sum()))
            .asScalar() as Scalar,
        false,
        [W],
      );
    }
    const learned = W.clone() as Tensor2D;
    for (const one of [optimizer, W]) one.dispose();
    return learned;
  };
}

function companionLoss(tf: Tfjs, W: Tensor2D, x: Tensor2D, truth: Tensor): Tensor {
  return tf.losses.softmaxCrossEntropy(truth, x.matMul(W.transpose()));
}

/** Computed by tfjs, the same for all, so curves can be compared. */
function measure(
  tf: Tfjs,
  W: Tensor2D,
  train: Examples,
  validation: Examples,
): { [Name in keyof TrainingCurves]: number } {
  const of = ({ x, y }: Examples): { loss: number; accuracy: number } =>
    tf.tidy(() => ({
      loss: companionLoss(tf, W, x, tf.oneHot(y, 10)).dataSync()[0] ?? NaN,
      accuracy: x.matMul(W.transpose()).argMax(1).equal(y).mean().dataSync()[0] ?? NaN,
    }));
  const validated = of(validation);
  return { ...of(train), validationLoss: validated.loss, validationAccuracy: validated.accuracy };
}
