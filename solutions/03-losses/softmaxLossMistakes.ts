import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss, WeightsLoss } from 'descent';
import { altered, type MistakeSpec, tidied } from 'descent/author';
import { crossEntropy, softmax, softmaxLoss as solution } from './losses';
import {
  batchMax,
  crossEntropyAfter,
  crossEntropyFrom,
  type Factor,
  factorFor,
  noShift,
  softmaxWith,
} from './mistakes';

interface SoftmaxLossParts {
  readonly data?: typeof crossEntropy;
  readonly penalty?: (W: Tensor2D, lambda: number, n: number) => Tensor;
  readonly penaltyGradient?: (W: Tensor2D, lambda: number, n: number) => Tensor;
}

/** The softmax loss with some of its parts replaced. */
export function softmaxLossWith({
  data = crossEntropy,
  penalty = (W, lambda) => W.square().sum().mul(lambda),
  penaltyGradient = (W, lambda) => W.mul(2 * lambda),
}: SoftmaxLossParts): () => (W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => WeightsLoss {
  return () =>
    tidied((W, x, y, lambda) => {
      const { loss, dScores } = data(tf.matMul<Tensor2D>(x, W, false, true), y);
      const n = x.shape[0];
      return {
        loss: loss.add<Scalar>(penalty(W, lambda, n)),
        dW: tf.matMul(dScores, x, true).add<Tensor2D>(penaltyGradient(W, lambda, n)),
      };
    });
}

/** The softmax loss with other factors of λΣW² in the loss and λW in the gradient. */
function regularized(inLoss: Factor, inGradient: Factor): () => typeof solution {
  return softmaxLossWith({
    penalty: (W, lambda, n) => tf.sum(W.square()).mul(factorFor(n, inLoss) * lambda),
    penaltyGradient: (W, lambda, n) => W.mul(factorFor(n, inGradient) * lambda),
  });
}

/** The softmax loss with some fields of its cross-entropy replaced. */
function onAltered(
  change: (right: ScoresLoss, scores: Tensor2D) => { readonly loss?: Tensor; readonly dScores?: Tensor },
): () => typeof solution {
  return softmaxLossWith({ data: altered(crossEntropy, change)() });
}

export const softmaxLossMistakes: readonly MistakeSpec<typeof solution>[] = [
  { id: 'half-regularization', make: regularized(0.5, 1) },
  { id: 'half-regularization-in-loss', make: regularized(0.5, 2) },
  { id: 'half-regularization-in-gradient', make: regularized(1, 1) },
  { id: 'missing-regularization', make: regularized(0, 0) },
  { id: 'missing-regularization-loss', make: regularized(0, 2) },
  { id: 'missing-regularization-gradient', make: regularized(1, 0) },
  {
    id: 'regularization-divided-by-n',
    make: regularized(
      (n) => 1 / n,
      (n) => 2 / n,
    ),
  },
  {
    id: 'half-regularization-divided-by-n',
    make: regularized(
      (n) => 0.5 / n,
      (n) => 1 / n,
    ),
  },
  { id: 'regularization-subtracted', make: regularized(1, -2) },
  { id: 'norm-for-its-square', make: softmaxLossWith({ penalty: (W, lambda) => W.norm().mul(lambda) }) },
  { id: 'regularization-divided-by-n-in-loss', make: regularized((n) => 1 / n, 2) },
  { id: 'regularization-divided-by-n-in-gradient', make: regularized(1, (n) => 2 / n) },
  { id: 'mean-of-squared-weights', make: softmaxLossWith({ penalty: (W, lambda) => W.square().mean().mul(lambda) }) },
  {
    id: 'absolute-weights',
    make: softmaxLossWith({
      penalty: (W, lambda) => W.abs().sum().mul(lambda),
      penaltyGradient: (W, lambda) => W.sign().mul(lambda),
    }),
  },
  { id: 'loss-not-divided', make: onAltered(({ loss }, { shape: [n] }) => ({ loss: loss.mul(n) })) },
  { id: 'gradient-not-divided', make: onAltered(({ dScores }, { shape: [n] }) => ({ dScores: dScores.mul(n) })) },
  {
    id: 'sum-for-mean',
    make: onAltered(({ loss, dScores }, { shape: [n] }) => ({ loss: loss.mul(n), dScores: dScores.mul(n) })),
  },
  { id: 'gradient-without-one', make: onAltered((_, scores) => ({ dScores: softmax(scores).div(scores.shape[0]) })) },
  { id: 'no-max-subtraction', make: softmaxLossWith({ data: crossEntropyFrom(softmaxWith(noShift)())() }) },
  { id: 'batch-max', make: softmaxLossWith({ data: crossEntropyAfter(batchMax) }) },
  {
    id: 'clipped-probability',
    make: softmaxLossWith({ data: crossEntropyFrom(softmax, (p) => p.maximum(1e-7).log())() }),
  },
  {
    id: 'transposed-scores',
    make: () =>
      tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => {
        const p = softmax(tf.matMul(W, x, false, true)); // (C, N)
        const truth = tf.oneHot(y, W.shape[0], 1, 0, 'float32');
        const loss = p.mul(truth).sum(1).log().mean().neg().add<Scalar>(W.square().sum().mul(lambda));
        return { loss, dW: tf.matMul(p.sub(truth).div<Tensor2D>(x.shape[0]), x).add<Tensor2D>(W.mul(2 * lambda)) };
      }),
  },
  {
    id: 'weights-not-transposed',
    make: () =>
      tidied((W: Tensor2D, x: Tensor2D, y: Tensor1D, lambda: number) => {
        const { loss, dScores } = crossEntropy(tf.matMul(x, W), y);
        return {
          loss: loss.add<Scalar>(W.square().sum().mul(lambda)),
          dW: tf.matMul(dScores, x, true).add<Tensor2D>(W.mul(2 * lambda)),
        };
      }),
  },
  {
    id: 'transposed-gradient',
    make: altered(solution, (_, W, x, y, lambda) => ({
      dW: tf.matMul(x, crossEntropy(tf.matMul(x, W, false, true), y).dScores, true).add(W.mul(2 * lambda)),
    })),
  },
];
