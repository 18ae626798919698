/**
 * Training: from a loss, an optimizer and data to weights that generalize to new data.
 *
 * Letters, the same in every function:
 *
 * | letter   | meaning                                                                 | shape, dtype          |
 * | -------- | ----------------------------------------------------------------------- | --------------------- |
 * | `N`, `D` | examples and their features                                             |                       |
 * | `C`      | classes                                                                 |                       |
 * | `x`      | data, one example per row                                               | (N, D) float          |
 * | `y`      | class of each example (or its target, where the loss is a regression's) | (N,) int32 (or float) |
 * | `W`      | weights, one row per class                                              | (C, D) float          |
 * | `lambda` | strength λ ≥ 0 of the regularization                                    | number                |
 * | `loss`   | (W, x, y, lambda) => {loss, dW}: mean loss with its penalty, and its gradient |                 |
 *
 * Losses, optimizers and samplers are passed in as functions. Every tensor that they return is new and belongs to the
 * caller, who has to dispose it, with tf.dispose or tf.tidy, unless it is part of the result. Inputs stay unchanged.
 */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  seededRandom,
  type Classifier,
  type GradientDescentOptions,
  type LabelledData,
  type LambdaChoice,
  type MiniBatchOptions,
  type OptimizerState,
  type SearchResult,
  type TrainingResult,
} from 'descent';

/**
 * Random search: try random weights and keep the best.
 *
 * Formula: W = argmin of loss over `tries` samples, the first of equals; NaN never wins against a number
 *
 * @param loss - returns the loss of weights, lower is better; may be NaN or infinite
 * @param sample - returns new random weights (C, D) at each call, yours to keep or to dispose
 * @param tries - number of samples, ≥ 1
 * @returns `W`, the best sample, and its `loss`; if all losses are NaN, the first sample and NaN
 *
 * Worked example: with the loss (W − 3)² and the samples 1, 4, 2 the losses are 4, 1, 1, so W = 4, the first of equals,
 * and loss = 1. The samples 1 and 2 are disposed.
 */
export function randomSearch(loss: (W: Tensor2D) => number, sample: () => Tensor2D, tries: number): SearchResult {
  // BEGIN SOLUTION: return {W, loss} of the best sample and dispose all others; draw exactly `tries`, and never let NaN win
  const draw = (): SearchResult => {
    const W = sample();
    return { W, loss: loss(W) };
  };
  let best = draw();
  for (let i = 1; i < tries; i += 1) {
    const rival = draw();
    const wins = rival.loss < best.loss || (Number.isNaN(best.loss) && !Number.isNaN(rival.loss));
    const loser = wins ? best : rival;
    loser.W.dispose();
    if (wins) best = rival;
  }
  return best;
  // END SOLUTION
}

/**
 * Full-batch gradient descent.
 *
 * Formula: L_i = loss(W), then W ← W − α·dW, for i = 0 … iterations − 1
 *
 * @param x - (N, D) float
 * @param y - (N,) int32 classes, or float targets
 * @param options - learningRate α, iterations ≥ 0, lambda λ, initialW (C, D) and the loss
 * @returns `W` (C, D) after the last update, a new tensor even if there are no iterations; `lossHistory`, one number
 *   per iteration: the loss before W is updated
 *
 * Worked example: x = [[1]], y = [3], W = 1, α = 0.5, λ = 0 and the loss ½(W x − y)², whose gradient is (W x − y) x.
 * The first loss is ½·(−2)² = 2 and dW = −2, so W = 2. The second is ½·(−1)² = 0.5, and W = 2.5. Two iterations give W
 * = 2.5, lossHistory = [2, 0.5].
 */
export function gradientDescent(x: Tensor2D, y: Tensor1D, options: GradientDescentOptions): TrainingResult {
  // BEGIN SOLUTION: return {W, lossHistory}; record each loss before its update; dispose loss, dW and every W except the last and initialW
  const { learningRate, iterations, lambda, initialW, loss } = options;
  const lossHistory: number[] = [];
  let W = initialW.clone();
  for (let i = 0; i < iterations; i += 1) {
    const before = W;
    W = tf.tidy(() => {
      const result = loss(before, x, y, lambda);
      lossHistory.push(result.loss.arraySync());
      return before.sub(result.dW.mul(learningRate));
    });
    before.dispose();
  }
  return { W, lossHistory };
  // END SOLUTION
}

/**
 * Shuffles the indices 0 … n − 1 and splits them into batches.
 *
 * Formula: ⌈n/batchSize⌉ batches of batchSize indices each, except the last, which has the rest
 *
 * `seededRandom(seed)` from the module `descent` returns a function whose calls return numbers in [0, 1), the same for
 * the same seed.
 *
 * @param n - number of examples, ≥ 1
 * @param batchSize - size of a full batch, ≥ 1; may be more than n
 * @param seed - an integer; the same seed gives the same batches, another seed different ones
 * @returns the batches, each a list of indices; every index is in exactly one random batch
 *
 * Worked example: n = 5 and batchSize = 2 give batches of 2, 2 and 1, such as [[3, 0], [4, 1], [2]].
 */
export function miniBatches(n: number, batchSize: number, seed: number): number[][] {
  // BEGIN SOLUTION: a random order of all indices, cut into pieces; the last piece may be short
  const next = seededRandom(seed);
  const drawn = Array.from(Array(n).keys(), (place) => ({ place, lot: next() }));
  const order = drawn.sort((one, other) => one.lot - other.lot).map(({ place }) => place);
  const batches: number[][] = [];
  for (let start = 0; start < n; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
  // END SOLUTION
}

/**
 * Mini-batch training with any optimizer: many cheap steps instead of few exact ones.
 *
 * Formula: in each epoch, for each batch of a new random order: {dW} = loss(W, x_batch, y_batch, λ), then
 *          {w, state} = step(W, dW, state); after each epoch, record the loss of all examples
 *
 * @param x - (N, D) float
 * @param y - (N,) int32 classes, or float targets
 * @param options - the optimizer's step, batchSize ≥ 1, epochs ≥ 0, lambda λ, initialW (C, D), an integer seed and the
 *   loss. The state passed to `step` is undefined at first, then what the previous step returned: undefined, a tensor
 *   or a record with tensors
 * @returns `W` (C, D) after the last step, a new tensor even if there are no epochs; `lossHistory`, one number per
 *   epoch: the loss of all N examples, with its penalty, after the epoch's last step
 *
 * Worked example: x = [[1]], y = [3], W = 1, λ = 0, the loss ½(W x − y)² and steps w = W − 0.5·dW. The only batch is
 * the whole data. After the first epoch W = 2 with loss ½, after the second W = 2.5 with loss ⅛: W = 2.5, lossHistory =
 * [0.5, 0.125].
 */
export function trainMiniBatches(x: Tensor2D, y: Tensor1D, options: MiniBatchOptions): TrainingResult {
  // BEGIN SOLUTION: return {W, lossHistory}; a new order each epoch, x and y by the same indices, one state for all epochs; dispose what you replace
  const { step, batchSize, epochs, lambda, initialW, seed, loss } = options;
  const lossHistory: number[] = [];
  let W = initialW.clone();
  let state: OptimizerState;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const seedOfEpoch = seed * epochs + epoch; // which no other seed has
    for (const batch of miniBatches(x.shape[0], batchSize, seedOfEpoch)) {
      const before = { W, state };
      const after = tf.tidy(() => {
        const places = tf.tensor1d(batch, 'int32');
        const { dW } = loss(before.W, x.gather(places), y.gather(places), lambda);
        return step(before.W, dW, before.state);
      });
      tf.dispose(before);
      W = after.w;
      state = after.state;
    }
    lossHistory.push(tf.tidy(() => loss(W, x, y, lambda).loss.arraySync()));
  }
  tf.dispose(state);
  return { W, lossHistory };
  // END SOLUTION
}

/**
 * Whether a training has converged.
 *
 * Formula: |L_last − L_before| < tolerance
 *
 * @param lossHistory - losses so far, possibly empty
 * @param tolerance - ≥ 0; a change equal to it is too large
 * @returns true if the last two losses are closer than that; false with fewer than two
 *
 * Worked example: [5, 2, 1.75] with a tolerance of 0.5 has converged, since |1.75 − 2| = 0.25 < 0.5. With a tolerance
 * of 0.25 it hasn't.
 */
export function converged(lossHistory: number[], tolerance: number): boolean {
  // BEGIN SOLUTION: compare the last two losses, whichever is larger; earlier changes don't matter
  const [before = NaN, last = NaN] = lossHistory.slice(-2);
  return Math.abs(last - before) < tolerance;
  // END SOLUTION
}

/**
 * Early stopping: the epoch at which to stop because there was no improvement.
 *
 * Formula: the first epoch e with e − b ≥ patience, where b is the epoch of the highest accuracy up to e, the first of
 * equals
 *
 * @param validationAccuracies - one per epoch; epochs count from 0
 * @param patience - epochs to wait after the best one, ≥ 1
 * @returns the epoch at which training stops; the last epoch if training never stops early; −1 for an empty list
 *
 * Worked example: the accuracies 0.5, 0.7, 0.6, 0.7, 0.8 with a patience of 2. The best after epoch 1 is 0.7, from
 * epoch 1. Epoch 3 only equals it and is 2 epochs later: stop at 3, before the 0.8. With a patience of 3, epoch 4 is a
 * new best and the last: 4.
 */
export function stoppingEpoch(validationAccuracies: number[], patience: number): number {
  // BEGIN SOLUTION: the stopping epoch, not the best one; only an accuracy strictly higher than all before restarts the wait
  let best = -Infinity;
  let bestEpoch = 0;
  for (const [epoch, accuracy] of validationAccuracies.entries()) {
    if (accuracy > best) {
      best = accuracy;
      bestEpoch = epoch;
    }
    if (epoch - bestEpoch >= patience) return epoch;
  }
  return validationAccuracies.length - 1;
  // END SOLUTION
}

/**
 * Chooses the regularization strength: train with each, compare on validation data.
 *
 * Formula: argmax over λ of evaluate(train(λ)), the first of equals; NaN never wins against a number
 *
 * @param lambdas - the strengths to try, at least one
 * @param train - returns new weights (C, D) for a strength, yours to dispose
 * @param evaluate - returns the validation accuracy of weights, NaN if the training diverged
 * @returns the best `lambda` and its `accuracy`; if all accuracies are NaN, the first lambda and NaN. All weights are
 *   disposed.
 *
 * Worked example: λ = 0, 0.1, 1 with the validation accuracies 0.7, 0.9, 0.9 give lambda = 0.1, the first of equals,
 * and accuracy = 0.9.
 */
export function chooseLambda(
  lambdas: number[],
  train: (lambda: number) => Tensor2D,
  evaluate: (W: Tensor2D) => number,
): LambdaChoice {
  // BEGIN SOLUTION: return {lambda, accuracy} of the highest accuracy; every comparison with NaN is false; dispose each W
  const choices = lambdas.map((lambda) => {
    const W = train(lambda);
    const accuracy = evaluate(W);
    W.dispose();
    return { lambda, accuracy };
  });
  return choices.reduce((best, rival) => {
    const isFirstNumber = Number.isNaN(best.accuracy) && !Number.isNaN(rival.accuracy);
    return rival.accuracy > best.accuracy || isFirstNumber ? rival : best;
  });
  // END SOLUTION
}

/**
 * The capstone: classify handwritten digits, by any method.
 *
 * It is graded on other images than these, each shifted by up to a pixel, rotated by up to 10° and noisy. Nothing is
 * off limits: tf.train, tf.layers, nearest neighbors, your own functions of this course. Training has to be
 * synchronous: promises, such as that of `model.fit`, are not awaited.
 *
 * @param train - images x (N, 64) float in 0..1, 8 rows of 8 pixels one after the other, and digits y (N,) int32 in
 *   0..9
 * @param validation - more of them, to choose between methods; you may also train on them
 * @param budget - steps, a recommendation: about that many cheap updates fit into the time limit
 * @returns a function from images (M, 64) to digits (M,) int32, for any M. It may keep tensors, which are never
 *   disposed.
 *
 * Worked example: a classifier that uses the nearest neighbor of each image in `train` is right on 70 of 100 distorted
 * images, and on 98 of 100 undistorted ones.
 */
export function trainClassifier(train: LabelledData, validation: LabelledData, budget: { steps: number }): Classifier {
  // BEGIN SOLUTION: a classifier that generalizes to new images; train on shifted and rotated images, and choose by validation accuracy
  const ways = placements().slice(0, Math.max(1, budget.steps));
  // Pixels with the largest variance come first, so a distance that is too large is detected after a few of them.
  const order = tf.tidy(() => tf.topk(tf.moments(train.x, 0).variance, SIDE * SIDE).indices as Tensor1D);
  const trained = placed(train, ways, order);
  // A placement that no training image has, as new images will have.
  const asked = placed(validation, [{ angle: 4, right: 0.4, down: -0.4 }], order);
  const neighbors = nearestLabels(asked.pixels, [trained], 5);
  const right = (k: number): number =>
    neighbors.filter((labels, image) => vote(labels, k) === asked.labels[image]).length;
  const k = [1, 3, 5].reduce((best, rival) => (right(rival) > right(best) ? rival : best));
  const known = [trained, placed(validation, ways, order)];
  return (x) => {
    const ordered = x.gather(order, 1);
    const labels = nearestLabels(ordered.dataSync(), known, k);
    ordered.dispose();
    return tf.tensor1d(
      labels.map((nearest) => vote(nearest, k)),
      'int32',
    );
  };
  // END SOLUTION
}

const SIDE = 8;

/** A rotation about the centre, in degrees, then a shift, in pixels. */
interface Placement {
  angle: number;
  right: number;
  down: number;
}

interface Known {
  pixels: ArrayLike<number>;
  labels: ArrayLike<number>;
}

/** Two angles times three shifts in each direction, so every distortion is close to one of them. */
function placements(): Placement[] {
  const shifts = [0, -0.67, 0.67];
  return [-5, 5].flatMap((angle) => shifts.flatMap((right) => shifts.map((down) => ({ angle, right, down }))));
}

/**
 * All examples in all placements, their pixels in the given order. An image is interpolated bilinearly, which is linear
 * in its pixels: one matrix places all images.
 */
function placed({ x, y }: LabelledData, ways: Placement[], order: Tensor1D): Known {
  const images = tf.tidy(() => tf.concat(ways.map((way) => x.matMul(placementMatrix(way).gather(order, 1)))));
  const labels = tf.tile(y, [ways.length]);
  const known = { pixels: images.dataSync(), labels: labels.dataSync() };
  tf.dispose([images, labels]);
  return known;
}

/** M (64, 64) such that the rows of x·M are the placed images of the rows of x. */
function placementMatrix({ angle, right, down }: Placement): Tensor2D {
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const middle = (SIDE - 1) / 2;
  const M = tf.buffer([SIDE * SIDE, SIDE * SIDE]);
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const x = column - right - middle;
      const y = row - down - middle;
      const fromRow = middle + sine * x + cosine * y;
      const fromColumn = middle + cosine * x - sine * y;
      for (const r of [Math.floor(fromRow), Math.floor(fromRow) + 1]) {
        for (const c of [Math.floor(fromColumn), Math.floor(fromColumn) + 1]) {
          const share = (1 - Math.abs(fromRow - r)) * (1 - Math.abs(fromColumn - c));
          if (r >= 0 && r < SIDE && c >= 0 && c < SIDE) M.set(share, r * SIDE + c, row * SIDE + column);
        }
      }
    }
  }
  return M.toTensor() as Tensor2D;
}

/**
 * The labels of the k nearest known images of each image, nearest first. Each known image is compared with all images
 * before the next.
 */
function nearestLabels(pixels: ArrayLike<number>, known: Known[], k: number): number[][] {
  const size = SIDE * SIDE;
  const found = Array.from({ length: pixels.length / size }, (): { distance: number; label: number }[] => []);
  const limits = found.map(() => Infinity);
  for (const { pixels: others, labels } of known) {
    for (let other = 0; other < labels.length; other += 1) {
      for (const [image, limit] of limits.entries()) {
        const distance = distanceUpTo(limit, pixels, image * size, others, other * size);
        if (distance >= limit) continue;
        const nearest = [...(found[image] ?? []), { distance, label: labels[other] ?? 0 }];
        found[image] = nearest.sort((one, another) => one.distance - another.distance).slice(0, k);
        limits[image] = found[image][k - 1]?.distance ?? Infinity;
      }
    }
  }
  return found.map((nearest) => nearest.map(({ label }) => label));
}

/** The squared distance of two images, four pixels at a time; stops when it reaches the limit. */
function distanceUpTo(limit: number, a: ArrayLike<number>, atA: number, b: ArrayLike<number>, atB: number): number {
  const square = (i: number): number => ((a[atA + i] ?? 0) - (b[atB + i] ?? 0)) ** 2;
  let distance = 0;
  for (let i = 0; i < SIDE * SIDE && distance < limit; i += 4) {
    distance += square(i) + square(i + 1) + square(i + 2) + square(i + 3);
  }
  return distance;
}

/** The most frequent of the first k labels, the first of equals. */
function vote(labels: number[], k: number): number {
  const voters = labels.slice(0, k);
  const votes = (label: number): number => voters.filter((other) => other === label).length;
  return voters.reduce((best, rival) => (votes(rival) > votes(best) ? rival : best));
}
