/** Helpers for worked figures of the handout, in addition to the solution. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { digitsData } from 'descent/author';
import { gradientDescent, randomSearch, trainMiniBatches } from './training';

/** A sampler that returns these single weights in turn. */
export function samples(...weights: readonly number[]): () => Tensor2D {
  const left = [...weights];
  return () => tf.tensor2d([[left.shift() ?? NaN]]);
}

/** The loss ½(W x − y)² of a single weight, and its gradient. */
export function halfSquares(W: Tensor2D, x: Tensor2D, y: Tensor1D): { loss: tf.Scalar; dW: Tensor2D } {
  const residual = tf.tidy(() => W.mul<Tensor2D>(x).sub<Tensor2D>(y));
  return { loss: tf.tidy(() => residual.square().sum<tf.Scalar>().div(2)), dW: residual.mul<Tensor2D>(x) };
}

/** A step of gradient descent with a learning rate of 0.5. */
export function halfStep(W: Tensor2D, dW: Tensor2D): { w: Tensor2D; state: undefined } {
  return { w: W.sub<Tensor2D>(dW.mul(0.5)), state: undefined };
}

/** A linear classifier's loss on the training images of the digits, and its accuracies. */
interface Standing {
  readonly loss: number;
  readonly training: number;
  readonly validation: number;
}

/** After gradient descent on all training images, from zeros. */
export function afterSteps(iterations: number, learningRate: number, lambda: number): Standing {
  const options = { iterations, learningRate, lambda, initialW: tf.zeros<tf.Rank.R2>([10, 64]), loss: softmaxLoss };
  const { x, y } = digits('train');
  return standingOf(gradientDescent(x, y, options).W);
}

/** After ten epochs in batches of this size, with a learning rate of 0.5. */
export function afterTenEpochs(batchSize: number): Standing {
  const initialW = tf.zeros<tf.Rank.R2>([10, 64]);
  const options = { step: halfStep, batchSize, epochs: 10, lambda: 0, initialW, seed: 0, loss: softmaxLoss };
  const { x, y } = digits('train');
  return standingOf(trainMiniBatches(x, y, options).W);
}

/** The best of a thousand random weights, normal with this standard deviation. */
export function bestOfAThousand(deviation: number): Standing {
  const { x, y } = digits('train');
  const draws = Array.from({ length: 1000 }, (_, index) => (): Tensor2D => normalWeights(deviation, index + 1));
  const loss = (W: Tensor2D): number => meanCrossEntropy(W, x, y);
  const sample = (): Tensor2D => draws.shift()?.() ?? tf.zeros([10, 64]);
  return standingOf(randomSearch(loss, sample, 1000).W);
}

/** The best weights of a thousand tries, each a normal step of this standard deviation from the best so far. */
export function afterLocalSearch(deviation: number): Standing {
  const { x, y } = digits('train');
  const lossOf = (W: Tensor2D): number => meanCrossEntropy(W, x, y);
  let W = tf.zeros<tf.Rank.R2>([10, 64]);
  let least = lossOf(W);
  for (let seed = 1; seed <= 1000; seed += 1) {
    const beside = W.add<Tensor2D>(normalWeights(deviation, seed));
    const loss = lossOf(beside);
    if (loss < least) [W, least] = [beside, loss];
  }
  return standingOf(W);
}

/** After 500 steps on the first `count` training images; `loss` and `training` are of these. */
export function onTheFirst(count: number): Standing {
  const { x, y } = digits('train', count);
  const initialW = tf.zeros<tf.Rank.R2>([10, 64]);
  const { W } = gradientDescent(x, y, { iterations: 500, learningRate: 0.5, lambda: 0, initialW, loss: softmaxLoss });
  return standingOf(W, count);
}

/** The size of an update relative to the weights, ‖α·dW‖ / ‖W‖, after gradient descent. */
export function updateRatio(iterations: number, learningRate: number): number {
  const { x, y } = digits('train');
  const initialW = tf.zeros<tf.Rank.R2>([10, 64]);
  const { W } = gradientDescent(x, y, { iterations, learningRate, lambda: 0, initialW, loss: softmaxLoss });
  const { dW } = softmaxLoss(W, x, y, 0);
  return dW.mul(learningRate).norm().div<tf.Scalar>(W.norm()).arraySync();
}

// The seed must not be 0, which tfjs treats as missing.
function normalWeights(deviation: number, seed: number): Tensor2D {
  return tf.randomNormal([10, 64], 0, deviation, 'float32', seed);
}

function digits(part: 'train' | 'validation', count?: number): { x: Tensor2D; y: Tensor1D } {
  const { x, y } = digitsData({ part, ...(count === undefined ? {} : { count }) });
  return { x: tf.tensor(x.values, [y.values.length, 64]), y: tf.tensor(y.values, undefined, 'int32') };
}

function standingOf(W: Tensor2D, trainedOn?: number): Standing {
  const on = (part: 'train' | 'validation', count?: number): { loss: number; accuracy: number } => {
    const { x, y } = digits(part, count);
    const right = x.matMul(W, false, true).argMax(1).equal(y).toFloat().mean<tf.Scalar>();
    return { loss: meanCrossEntropy(W, x, y), accuracy: right.arraySync() };
  };
  const [train, validation] = [on('train', trainedOn), on('validation')];
  return { loss: train.loss, training: train.accuracy, validation: validation.accuracy };
}

/** The softmax loss of 03 in loops over flat arrays, ten times as fast as tfjs in double precision. */
function softmaxLoss(W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number): { loss: tf.Scalar; dW: Tensor2D } {
  const weights = W.dataSync();
  const dW = weights.map((weight) => 2 * lambda * weight);
  let loss = meanCrossEntropy(W, x, y, dW);
  for (const weight of weights) loss += lambda * weight ** 2;
  return { loss: tf.scalar(loss), dW: tf.tensor(dW, W.shape) };
}

type Numbers = Float32Array | Int32Array | Uint8Array;

/** @param dW - the gradient is added to it, if given */
function meanCrossEntropy(W: Tensor2D, x: Tensor2D, y: Tensor1D, dW?: Numbers): number {
  const [weights, images, labels] = [W.dataSync(), x.dataSync(), y.dataSync()];
  const [classes, pixels] = W.shape;
  const scores = new Float64Array(classes);
  // The gradient of each score; `addGradient` takes rows in fours.
  const pulls = new Float64Array((labels.length + 3) * classes);
  let loss = 0;
  for (let row = 0; row < labels.length; row += 1) {
    setScores(scores, weights, images, row * pixels);
    let largest = -Infinity;
    for (let c = 0; c < classes; c += 1) largest = Math.max(largest, scores[c] ?? NaN);
    let total = 0;
    for (let c = 0; c < classes; c += 1) total += Math.exp((scores[c] ?? NaN) - largest);
    const label = labels[row] ?? 0;
    loss += (Math.log(total) + largest - (scores[label] ?? 0)) / labels.length;
    if (dW === undefined) continue;
    for (let c = 0; c < classes; c += 1)
      pulls[row * classes + c] = (Math.exp((scores[c] ?? 0) - largest) / total - (c === label ? 1 : 0)) / labels.length;
  }
  if (dW !== undefined) addGradient(dW, pulls, images, { rows: labels.length, classes, pixels });
  return loss;
}

/** W x of one image, five of the ten classes side by side: sums that don't wait for each other take half the time. */
function setScores(scores: Float64Array, weights: Numbers, images: Numbers, start: number): void {
  const pixels = weights.length / scores.length;
  for (let c = 0; c < scores.length; c += 5) {
    const at = c * pixels;
    let [first, second, third, fourth, fifth] = [0, 0, 0, 0, 0];
    for (let d = 0; d < pixels; d += 1) {
      const ink = images[start + d] ?? 0;
      first += (weights[at + d] ?? 0) * ink;
      second += (weights[at + pixels + d] ?? 0) * ink;
      third += (weights[at + 2 * pixels + d] ?? 0) * ink;
      fourth += (weights[at + 3 * pixels + d] ?? 0) * ink;
      fifth += (weights[at + 4 * pixels + d] ?? 0) * ink;
    }
    scores[c] = first;
    scores[c + 1] = second;
    scores[c + 2] = third;
    scores[c + 3] = fourth;
    scores[c + 4] = fifth;
  }
}

/** dW + Σ pull·x, four images at a time, so that dW is read and written a quarter as often. */
function addGradient(
  dW: Numbers,
  pulls: Float64Array,
  images: Numbers,
  { rows, classes, pixels }: { readonly rows: number; readonly classes: number; readonly pixels: number },
): void {
  for (let row = 0; row < rows; row += 4) {
    // Rows after the last have no pull.
    const startOf = (later: number): number => Math.min(row + later, rows - 1) * pixels;
    const [first, second, third, fourth] = [startOf(0), startOf(1), startOf(2), startOf(3)];
    for (let c = 0; c < classes; c += 1) {
      const pullOf = (later: number): number => pulls[(row + later) * classes + c] ?? 0;
      const [one, two, three, four] = [pullOf(0), pullOf(1), pullOf(2), pullOf(3)];
      const at = c * pixels;
      for (let d = 0; d < pixels; d += 1)
        dW[at + d] =
          (dW[at + d] ?? 0) +
          one * (images[first + d] ?? 0) +
          two * (images[second + d] ?? 0) +
          three * (images[third + d] ?? 0) +
          four * (images[fourth + d] ?? 0);
    }
  }
}
