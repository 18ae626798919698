import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { ScoresLoss } from 'descent';
import { altered, tidied } from 'descent/author';
import { crossEntropy, type softmax } from './losses';

/** (N, C), 1 at each true class. */
export function truthOf(scores: Tensor2D, y: Tensor1D): Tensor2D {
  return tf.oneHot(y, scores.shape[1], 1, 0, 'float32') as Tensor2D;
}

/** The softmax with another shift of the scores, or another divisor. */
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

/** The cross-entropy from probabilities and their logarithms. */
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

/** The cross-entropy from the logarithm of the sum of exponentials, with another shift. */
export function crossEntropyAfter(shift: (scores: Tensor2D) => Tensor): (scores: Tensor2D, y: Tensor1D) => ScoresLoss {
  return tidied((scores, y) => {
    const truth = truthOf(scores, y);
    const shifted = scores.sub<Tensor2D>(shift(scores));
    const loss = shifted.exp().sum(1).log().sub(shifted.mul(truth).sum(1)).mean<Scalar>();
    return { loss, dScores: softmaxWith(shift)()(scores).sub(truth).div<Tensor2D>(scores.shape[0]) };
  });
}

/** The cross-entropy whose gradient calls this softmax. */
export function crossEntropyOn(neighbour: typeof softmax): typeof crossEntropy {
  return altered(crossEntropy, (_, scores, y) => ({
    dScores: neighbour(scores).sub(truthOf(scores, y)).div(scores.shape[0]),
  }))();
}

/** The factor of a term in a loss of N examples. */
export type Factor = number | ((n: number) => number);

export function factorFor(n: number, factor: Factor): number {
  return typeof factor === 'number' ? factor : factor(n);
}
