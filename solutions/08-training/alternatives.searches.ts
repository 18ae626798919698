/** Independent right solutions, written differently from the reference: searches and stopping. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor2D } from '@tensorflow/tfjs';
import type { LambdaChoice, SearchResult } from 'descent';

/** Indices from best to worst, numbers before NaN; a stable sort keeps the order of equals. */
function ranking(scores: readonly number[], isBetter: (one: number, other: number) => boolean): number[] {
  return [...scores.keys()].sort((i, j) => {
    const [a = NaN, b = NaN] = [scores[i], scores[j]];
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0;
  });
}

type Loss = (W: Tensor2D) => number;
type Sample = () => Tensor2D;

export const randomSearch = {
  'all samples first, then ranked': (loss: Loss, sample: Sample, tries: number): SearchResult => {
    const samples = Array.from({ length: tries }, sample);
    const losses = samples.map(loss);
    const [winner = 0] = ranking(losses, (a, b) => a < b);
    samples.forEach((W, place) => {
      if (place !== winner) W.dispose();
    });
    return { W: samples[winner] as Tensor2D, loss: losses[winner] ?? NaN };
  },
  'a copy of the best, in one tidy': (loss: Loss, sample: Sample, tries: number): SearchResult =>
    tf.tidy(() => {
      let W = sample();
      let lowest = loss(W);
      for (let left = tries - 1; left > 0; left -= 1) {
        const rival = sample();
        const ofRival = loss(rival);
        if (Number.isNaN(ofRival) || ofRival >= lowest) continue;
        W = rival.clone();
        lowest = ofRival;
      }
      return { W, loss: lowest };
    }),
};

export const converged = {
  'larger minus smaller': (losses: number[], tolerance: number): boolean => {
    if (losses.length < 2) return false;
    const two = losses.slice(losses.length - 2);
    return Math.max(...two) - Math.min(...two) < tolerance;
  },
  'tensors of two': (losses: number[], tolerance: number): boolean =>
    losses.length >= 2 &&
    tf.tidy(() => {
      const [before, last] = tf
        .tensor1d(losses)
        .slice(losses.length - 2)
        .unstack() as [tf.Scalar, tf.Scalar];
      return last.sub<tf.Scalar>(before).abs().arraySync() < tolerance;
    }),
};

export const stoppingEpoch = {
  'the best so far, looked up at each epoch': (accuracies: number[], patience: number): number => {
    const stop = accuracies.findIndex((_, epoch) => {
      const soFar = accuracies.slice(0, epoch + 1);
      return epoch - soFar.indexOf(Math.max(...soFar)) >= patience;
    });
    return stop === -1 ? accuracies.length - 1 : stop;
  },
  'a countdown': (accuracies: number[], patience: number): number => {
    let [left, epoch] = [patience, 0];
    while (epoch < accuracies.length) {
      const isBest = accuracies.slice(0, epoch).every((before) => before < (accuracies[epoch] ?? NaN));
      left = isBest ? patience : left - 1;
      if (left === 0) break;
      epoch += 1;
    }
    return Math.min(epoch, accuracies.length - 1);
  },
};

type Train = (lambda: number) => Tensor2D;

export const chooseLambda = {
  loop: (lambdas: number[], train: Train, evaluate: Loss): LambdaChoice => {
    let best: LambdaChoice | undefined;
    for (const lambda of lambdas) {
      const accuracy = tf.tidy(() => evaluate(train(lambda)));
      if (best === undefined || accuracy > best.accuracy || (best.accuracy !== best.accuracy && accuracy === accuracy))
        best = { lambda, accuracy };
    }
    return best as LambdaChoice;
  },
  'all weights first, then ranked': (lambdas: number[], train: Train, evaluate: Loss): LambdaChoice => {
    const weights = lambdas.map((lambda) => train(lambda));
    const accuracies = weights.map(evaluate);
    tf.dispose(weights);
    const [winner = 0] = ranking(accuracies, (a, b) => a > b);
    return { lambda: lambdas[winner] ?? NaN, accuracy: accuracies[winner] ?? NaN };
  },
};
