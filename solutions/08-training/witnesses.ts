/** tfjs's own optimizers and gradients, for cases in which one batch is the whole data. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { TrainingResult } from 'descent';
import { tidied } from 'descent/author';
import type * as solution from './training';

type Loss = (W: Tensor2D) => tf.Scalar;

/** ½ mean (x Wᵀ − y)², summed over the rows of W, and λ Σ W². */
function squaresOf(x: Tensor2D, y: Tensor1D, lambda: number): Loss {
  return (W) => {
    const residuals = x.matMul(W, false, true).sub(y.expandDims(1));
    return residuals
      .square()
      .sum()
      .div(2 * x.shape[0])
      .add(W.square().sum().mul(lambda));
  };
}

/** W after each of `count` steps, from `start` on. */
function pathOf(optimizer: tf.Optimizer, start: Tensor2D, loss: Loss, count: number): Tensor2D[] {
  const W = tf.variable(start);
  const path = [W.clone()];
  for (let i = 0; i < count; i += 1) {
    optimizer.minimize(() => loss(W as Tensor2D), false, [W]);
    path.push(W.clone());
  }
  W.dispose();
  optimizer.dispose();
  return path as Tensor2D[];
}

const numbers = (path: readonly Tensor2D[], loss: Loss): number[] => path.map((W) => loss(W).arraySync());

export const gradientDescent = tidied<typeof solution.gradientDescent>(
  (x, y, { learningRate, iterations, lambda, initialW }) => {
    const loss = squaresOf(x, y, lambda);
    const path = pathOf(tf.train.sgd(learningRate), initialW, loss, iterations);
    return { W: path.at(-1) as Tensor2D, lossHistory: numbers(path.slice(0, -1), loss) } satisfies TrainingResult;
  },
);

/** For the case with momentum, with its learning rate and ρ. */
export const trainMiniBatches = (learningRate: number, rho: number): typeof solution.trainMiniBatches =>
  tidied((x, y, { epochs, lambda, initialW }) => {
    const loss = squaresOf(x, y, lambda);
    const path = pathOf(tf.train.momentum(learningRate, rho), initialW, loss, epochs);
    return { W: path.at(-1) as Tensor2D, lossHistory: numbers(path.slice(1), loss) };
  });
