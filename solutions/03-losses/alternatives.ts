/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { RegressionLoss, ScoresLoss, WeightsLoss } from 'descent';
import { tidied } from 'descent/author';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((number, index) => number * (b[index] ?? NaN)));

// ---------------------------------------------------------------- softmax

function rowSoftmax(row: readonly number[]): number[] {
  const exponentials = row.map((score) => Math.exp(score - Math.max(...row)));
  return exponentials.map((exponential) => exponential / sum(exponentials));
}

export function softmaxByLoops(scores: Tensor2D): Tensor2D {
  return tf.tensor2d(scores.arraySync().map(rowSoftmax));
}

/** p_j = 1 / Σ_k exp(s_k − s_j), where an overflow correctly gives 1/Infinity = 0. */
export const softmaxByPairs = tidied((scores: Tensor2D): Tensor2D => {
  const differences = scores.expandDims(1).sub(scores.expandDims(2)); // (N, C, C)
  return differences.exp().sum<tf.Tensor2D>(2).reciprocal();
});

function logProbabilities(scores: Tensor2D): Tensor2D {
  const { values: largest } = tf.topk(scores, 1); // (N, 1)
  const shifted = scores.sub<Tensor2D>(largest);
  return shifted.sub<Tensor2D>(tf.log(tf.exp(shifted).sum(-1).expandDims(-1)));
}

export const softmaxByLogarithms = tidied((scores: Tensor2D): Tensor2D => tf.exp(logProbabilities(scores)));

// ---------------------------------------------------------------- crossEntropy

export function crossEntropyByLoops(scores: Tensor2D, y: Tensor1D): ScoresLoss {
  const rows = scores.arraySync();
  const classes = y.arraySync();
  const losses = rows.map((row, i) => {
    const largest = Math.max(...row);
    return largest + Math.log(sum(row.map((score) => Math.exp(score - largest)))) - (row[classes[i] ?? NaN] ?? NaN);
  });
  const dScores = rows.map((row, i) => rowSoftmax(row).map((p, j) => (j === classes[i] ? p - 1 : p) / rows.length));
  return { loss: tf.scalar(sum(losses) / rows.length), dScores: tf.tensor2d(dScores) };
}

/** log Σ_j exp(s_j − s_y), less the largest positive difference so that nothing overflows. */
export const crossEntropyByPairs = tidied((scores: Tensor2D, y: Tensor1D): ScoresLoss => {
  const [n, classes] = scores.shape;
  const isTrue = tf.range(0, classes, 1, 'int32').equal(y.expandDims(1)); // (N, C)
  const trueScores = tf.where(isTrue, scores, tf.zerosLike(scores)).sum(1, true);
  const differences = scores.sub(trueScores);
  const largest = differences.relu().max(1, true); // (N, 1), at least the true class's 0
  const total = differences.sub(largest).exp().sum(1, true);
  const loss = largest.add(total.log()).sum().div<Scalar>(n);
  const p = differences.sub(largest).exp().div(total);
  return { loss, dScores: tf.where(isTrue, p.sub(1), p).div<Tensor2D>(n) };
});

export const crossEntropyByGather = tidied((scores: Tensor2D, y: Tensor1D): ScoresLoss => {
  const [n, classes] = scores.shape;
  const logs = logProbabilities(scores);
  const places = tf.range(0, n, 1, 'int32').mul(classes).add(y).toInt() as Tensor1D; // of the true classes in the flattened rows
  const loss = tf.neg(tf.gather(logs.flatten(), places).mean<Scalar>());
  const ones = tf.scatterND(places.expandDims(1), tf.ones([n]), [n * classes]).reshape([n, classes]);
  return {
    loss,
    dScores: tf
      .exp(logs)
      .sub(ones)
      .mul<Tensor2D>(1 / n),
  };
});

// ---------------------------------------------------------------- hingeLoss

export function hingeLossByLoops(scores: Tensor2D, y: Tensor1D, delta: number): ScoresLoss {
  const rows = scores.arraySync();
  const classes = y.arraySync();
  let loss = 0;
  const dScores = rows.map((row) => row.map(() => 0));
  rows.forEach((row, i) => {
    const truth = classes[i] ?? NaN;
    const gradient = dScores[i] ?? [];
    row.forEach((score, j) => {
      const margin = score - (row[truth] ?? NaN) + delta;
      if (j === truth || margin <= 0) return;
      loss += margin / rows.length;
      gradient[j] = (gradient[j] ?? NaN) + 1 / rows.length;
      gradient[truth] = (gradient[truth] ?? NaN) - 1 / rows.length;
    });
  });
  return { loss: tf.scalar(loss), dScores: tf.tensor2d(dScores) };
}

/** Includes the true class, which adds Δ to each row, and subtracts it from the mean. */
export const hingeLossByWhere = tidied((scores: Tensor2D, y: Tensor1D, delta: number): ScoresLoss => {
  const [n, classes] = scores.shape;
  const trueScores = tf.stack(tf.unstack(scores).map((row, i) => tf.gather(row, tf.slice(y, i, 1)))); // (N, 1)
  const margins = scores.sub(trueScores).add<Tensor2D>(delta);
  const loss = margins.maximum(0).sum(1).mean().sub<Scalar>(delta);
  const isTrue = tf.range(0, classes, 1, 'int32').equal(y.expandDims(1));
  const isMet = margins.lessEqual(0).logicalOr(isTrue);
  const pushes = tf.where(isMet, tf.zerosLike(margins), tf.onesLike(margins)).div<Tensor2D>(n);
  const pulls = tf.neg(pushes.sum(1, true)).mul(tf.ones([1, classes])); // (N, C)
  return { loss, dScores: tf.where(isTrue, pulls, pushes) as Tensor2D };
});

// ---------------------------------------------------------------- softmaxLoss

export function softmaxLossByLoops(W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number): WeightsLoss {
  const weights = W.arraySync();
  const examples = x.arraySync();
  const classes = y.arraySync();
  const dW = weights.map((row) => row.map((weight) => 2 * lambda * weight));
  let loss = lambda * sum(weights.flat().map((weight) => weight ** 2));
  examples.forEach((example, i) => {
    const scores = weights.map((row) => dot(row, example));
    const largest = Math.max(...scores);
    loss +=
      (largest - (scores[classes[i] ?? NaN] ?? NaN) + Math.log(sum(scores.map((score) => Math.exp(score - largest))))) /
      examples.length;
    rowSoftmax(scores).forEach((p, j) => {
      const slope = (p - (j === classes[i] ? 1 : 0)) / examples.length;
      dW[j] = (dW[j] ?? []).map((entry, d) => entry + slope * (example[d] ?? NaN));
    });
  });
  return { loss: tf.scalar(loss), dW: tf.tensor2d(dW) };
}

/** Example by example: dW is a mean of outer products. */
export const softmaxLossByExamples = tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number): WeightsLoss => {
  const each = tf.unstack(x).map((example, i) => {
    const { loss, dScores } = crossEntropyByPairs(W.dot(example).expandDims(0), tf.slice(y, i, 1));
    return { loss, dW: tf.outerProduct(dScores.squeeze<Tensor1D>([0]), example as Tensor1D) };
  });
  const loss = tf
    .stack(each.map((example) => example.loss))
    .mean()
    .add<Scalar>(tf.sum(tf.pow(W, 2)).mul(lambda));
  const dW = tf
    .stack(each.map((example) => example.dW))
    .mean(0)
    .add<Tensor2D>(W.add(W).mul(lambda));
  return { loss, dW };
});

// ---------------------------------------------------------------- ridgeLoss

export function ridgeLossByLoops(w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number): RegressionLoss {
  const weights = w.arraySync();
  const examples = x.arraySync();
  const residuals = targets.arraySync().map((target, i) => dot(examples[i] ?? [], weights) - target);
  const dw = weights.map(
    (weight, d) => sum(residuals.map((residual, i) => residual * (examples[i]?.[d] ?? NaN))) + lambda * weight,
  );
  return { loss: tf.scalar(dot(residuals, residuals) / 2 + (lambda / 2) * dot(weights, weights)), dw: tf.tensor1d(dw) };
}

/** The penalty as D more examples: rows √λ·I with targets 0. */
export const ridgeLossAugmented = tidied(
  (w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number): RegressionLoss => {
    const d = w.shape[0];
    const rows = tf.concat([x, tf.eye(d).mul<Tensor2D>(Math.sqrt(lambda))]); // (N + D, D)
    const residuals = tf
      .matMul(rows, w.expandDims(1))
      .squeeze([1])
      .sub<Tensor1D>(tf.concat([targets, tf.zeros([d])]));
    return {
      loss: tf.mul(0.5, tf.dot(residuals, residuals)),
      dw: tf.matMul(rows, residuals.expandDims(1), true).squeeze([1]),
    };
  },
);

/** With G = xᵀx + λI and c = xᵀt: L = ½wᵀGw − wᵀc + ½tᵀt and dw = Gw − c. */
export const ridgeLossByNormalEquations = tidied(
  (w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number): RegressionLoss => {
    const gram = tf.matMul(x, x, true).add<Tensor2D>(tf.eye(w.shape[0]).mul(lambda)); // (D, D)
    const c = targets.dot(x); // (D,)
    const curved = gram.dot(w); // (D,)
    const loss = w.dot(curved).div(2).sub(w.dot(c)).add<Scalar>(targets.dot(targets).div(2));
    return { loss, dw: curved.sub<Tensor1D>(c) };
  },
);
