import type { Scalar, Tensor } from '@tensorflow/tfjs';
import type { OperationCase } from './operationCase';
import { dot, grid, map, mean, multiplied, softmax, sum, transposed, zip } from './plain';
import type { RandomNumbers } from './randomNumbers';

/** tfjs's own losses and derivatives, which serve as second witnesses of the ones written by hand. */
export function calculus(random: RandomNumbers): OperationCase[] {
  return [...gradients(random), ...losses(random)];
}

function gradients(random: RandomNumbers): OperationCase[] {
  const x = random.matrix(2, 3);
  const a = random.matrix(4, 2);
  const positive = random.vector(3, 0.5, 2);
  const ones = grid(4, 3, () => 1);
  const total = (tensor: Tensor): Scalar => tensor.sum();
  return [
    {
      name: 'grad of Σx³',
      compute: (tf) => tf.grad((t) => t.pow(3).sum())(tf.tensor2d(x)),
      expected: map(x, (v) => 3 * v * v),
    },
    { name: 'grad of Σeˣ', compute: (tf) => tf.grad((t) => t.exp().sum())(tf.tensor2d(x)), expected: map(x, Math.exp) },
    {
      name: 'grad of Σ ln x',
      compute: (tf) => tf.grad((t) => t.log().sum())(tf.tensor1d(positive)),
      expected: positive.map((v) => 1 / v),
    },
    {
      name: 'grad of Σ√x',
      compute: (tf) => tf.grad((t) => t.sqrt().sum())(tf.tensor1d(positive)),
      expected: positive.map((v) => 0.5 / Math.sqrt(v)),
    },
    {
      name: 'grad of Σ 1/x',
      compute: (tf) => tf.grad((t) => tf.div(1, t).sum())(tf.tensor1d(positive)),
      expected: positive.map((v) => -1 / (v * v)),
    },
    // d Σ(AX) / dX = Aᵀ · ones
    {
      name: 'grad of Σ AX',
      compute: (tf) => tf.grad((t) => total(tf.matMul(a, t)))(tf.tensor2d(x)),
      expected: multiplied(transposed(a), ones),
    },
    {
      name: 'grads',
      compute: (tf) =>
        tf.grads((s, t) => total(s.mul(t)))([tf.tensor2d(x), tf.tensor2d(map(x, Math.sin))])[0] ?? tf.scalar(NaN),
      expected: map(x, Math.sin),
    },
    {
      name: 'valueAndGrad, value',
      compute: (tf) => tf.valueAndGrad((t) => t.square().sum())(tf.tensor1d(positive)).value,
      expected: dot(positive, positive),
    },
    {
      name: 'variableGrads',
      compute: (tf) => {
        const w = tf.variable(tf.tensor1d(positive), true, 'w');
        const { w: gradient } = tf.variableGrads(() => total(w.square())).grads;
        w.dispose();
        return gradient ?? tf.scalar(NaN);
      },
      expected: positive.map((v) => 2 * v),
    },
  ];
}

function losses(random: RandomNumbers): OperationCase[] {
  const scores = random.matrix(4, 3);
  const classes = [0, 2, 1, 1];
  const targets = classes.map((label) => [0, 1, 2].map((j) => (j === label ? 1 : 0)));
  const probabilities = scores.map(softmax);
  const crossEntropies = probabilities.map((row, i) => -Math.log(row[classes[i] ?? -1] ?? NaN));
  const differences = zip(scores, targets, (s, t) => s - t).flat();
  const hinges = zip(scores, targets, (s, t) => Math.max(0, 1 - (2 * t - 1) * s)).flat();
  const logistic = zip(scores, targets, (s, t) => Math.log(1 + Math.exp(-s)) + (1 - t) * s).flat();
  return [
    {
      name: 'losses.softmaxCrossEntropy',
      compute: (tf) => tf.losses.softmaxCrossEntropy(targets, scores),
      expected: mean(crossEntropies),
    },
    {
      name: 'grad of losses.softmaxCrossEntropy',
      compute: (tf) => tf.grad((s) => tf.losses.softmaxCrossEntropy(targets, s).asScalar())(tf.tensor2d(scores)),
      expected: zip(probabilities, targets, (p, t) => (p - t) / 4),
    },
    {
      name: 'losses.meanSquaredError',
      compute: (tf) => tf.losses.meanSquaredError(targets, scores),
      expected: mean(differences.map((d) => d * d)),
    },
    {
      name: 'losses.absoluteDifference',
      compute: (tf) => tf.losses.absoluteDifference(targets, scores),
      expected: mean(differences.map(Math.abs)),
    },
    { name: 'losses.hingeLoss', compute: (tf) => tf.losses.hingeLoss(targets, scores), expected: mean(hinges) },
    {
      name: 'losses.sigmoidCrossEntropy',
      compute: (tf) => tf.losses.sigmoidCrossEntropy(targets, scores),
      expected: mean(logistic),
    },
    {
      name: 'losses.logLoss with ε = 1e-12',
      compute: (tf) => tf.losses.logLoss(targets, probabilities, undefined, 1e-12),
      expected: mean(
        zip(probabilities, targets, (p, t) => -t * Math.log(p + 1e-12) - (1 - t) * Math.log(1 - p + 1e-12)).flat(),
      ),
    },
    {
      name: 'regularizers',
      compute: (tf) => tf.regularizers.l2({ l2: 0.1 }).apply(tf.tensor2d(scores)),
      expected: 0.1 * sum(scores.flat().map((s) => s * s)),
    },
  ];
}
