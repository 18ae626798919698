import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss, WeightsLoss } from 'descent';
import { altered, tidied } from 'descent/author';
import { crossEntropy, type softmax } from './losses';

/** (N, C), 1 at each true class. */
export function truthOf(scores: Tensor2D, y: Tensor1D): Tensor2D {
  return tf.oneHot(y, scores.shape[1], 1, 0, 'float32') as Tensor2D;
}

/** Row i's exponentials after a shift, over a total. */
export function softmaxWith(
  shift: (scores: Tensor2D) => Tensor,
  total: (exponentials: Tensor) => Tensor = rowSums,
): () => (scores: Tensor2D) => Tensor2D {
  return () => (scores) =>
    tf.tidy(() => {
      const exponentials = scores.sub(shift(scores)).exp();
      return exponentials.div<Tensor2D>(total(exponentials));
    });
}

export const rowMax = (scores: Tensor): Tensor => scores.max(1, true);
export const batchMax = (scores: Tensor): Tensor => scores.max();
export const noShift = (): Tensor => tf.scalar(0);
export const rowSums = (exponentials: Tensor): Tensor => exponentials.sum(1, true);

/** Cross-entropy through probabilities and their logarithms, as it is first written down. */
export function crossEntropyFrom(
  probabilities: (scores: Tensor2D) => Tensor2D,
  logarithm = (p: Tensor): Tensor => p.log(),
): () => (scores: Tensor2D, y: Tensor1D) => ScoresLoss {
  return () =>
    tidied((scores, y) => {
      const p = probabilities(scores);
      const truth = truthOf(scores, y);
      return {
        loss: logarithm(p.mul(truth).sum(1)).mean<Scalar>().neg(),
        dScores: p.sub(truth).div<Tensor2D>(scores.shape[0]),
      };
    });
}

/** Cross-entropy through the logarithm of the sum of exponentials, after a shift. */
export function crossEntropyAfter(shift: (scores: Tensor2D) => Tensor): (scores: Tensor2D, y: Tensor1D) => ScoresLoss {
  return tidied((scores, y) => {
    const truth = truthOf(scores, y);
    const shifted = scores.sub<Tensor2D>(shift(scores));
    const loss = shifted.exp().sum(1).log().sub(shifted.mul(truth).sum(1)).mean<Scalar>();
    return { loss, dScores: softmaxWith(shift)()(scores).sub(truth).div<Tensor2D>(scores.shape[0]) };
  });
}

/** Cross-entropy whose gradient calls this softmax. */
export function crossEntropyOn(neighbour: typeof softmax): typeof crossEntropy {
  return altered(crossEntropy, (_, scores, y) => ({
    dScores: neighbour(scores).sub(truthOf(scores, y)).div(scores.shape[0]),
  }))();
}

interface SoftmaxLossParts {
  readonly data?: typeof crossEntropy;
  readonly penalty?: (W: Tensor2D, lambda: number, n: number) => Tensor;
  readonly penaltyGradient?: (W: Tensor2D, lambda: number, n: number) => Tensor;
}

/** Creates the softmax loss with some of its parts replaced. */
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
