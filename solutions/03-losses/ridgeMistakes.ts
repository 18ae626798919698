import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { altered, type MistakeSpec, tidied } from 'descent/author';
import { ridgeLoss as solution } from './losses';
import { type Factor, factorFor } from './mistakes';

/** Factors of Σ(xw − t)² and λΣw² in the loss, and of xᵀ(xw − t) and λw in the gradient. */
interface Factors {
  readonly squares?: Factor;
  readonly residuals?: Factor;
  readonly penalty?: Factor;
  readonly decay?: Factor;
}

/** The ridge loss with other factors. */
function ridgeWith({ squares = 0.5, residuals = 1, penalty = 0.5, decay = 1 }: Factors): () => typeof solution {
  return () =>
    tidied((w, x, targets, lambda) => {
      const of = (factor: Factor): number => factorFor(x.shape[0], factor);
      const r = x.dot(w).sub<Tensor1D>(targets);
      const loss = tf
        .sum(r.square())
        .mul(of(squares))
        .add<Scalar>(tf.sum(w.square()).mul(of(penalty) * lambda));
      const data = r.mul(of(residuals)).dot(x);
      return { loss, dw: data.add<Tensor1D>(w.mul(of(decay) * lambda)) };
    });
}

const sumOfSquares = (a: Tensor): Scalar => a.square().sum();

export const ridgeMistakes: readonly MistakeSpec<typeof solution>[] = [
  {
    id: 'everything-divided-by-n',
    make: ridgeWith({
      squares: (n) => 0.5 / n,
      residuals: (n) => 1 / n,
      penalty: (n) => 0.5 / n,
      decay: (n) => 1 / n,
    }),
  },
  { id: 'mean-for-sum', make: ridgeWith({ squares: (n) => 0.5 / n, residuals: (n) => 1 / n }) },
  { id: 'mean-for-sum-in-loss', make: ridgeWith({ squares: (n) => 0.5 / n }) },
  { id: 'mean-for-sum-in-gradient', make: ridgeWith({ residuals: (n) => 1 / n }) },
  { id: 'mean-squared-error', make: ridgeWith({ squares: (n) => 1 / n, residuals: (n) => 2 / n }) },
  { id: 'residual-sign', make: ridgeWith({ residuals: -1 }) },
  { id: 'missing-half', make: ridgeWith({ squares: 1, residuals: 2 }) },
  { id: 'missing-half-in-loss', make: ridgeWith({ squares: 1 }) },
  { id: 'two-in-gradient', make: ridgeWith({ residuals: 2 }) },
  { id: 'doubled-regularization', make: ridgeWith({ penalty: 1, decay: 2 }) },
  { id: 'doubled-regularization-in-loss', make: ridgeWith({ penalty: 1 }) },
  { id: 'doubled-regularization-in-gradient', make: ridgeWith({ decay: 2 }) },
  { id: 'missing-regularization', make: ridgeWith({ penalty: 0, decay: 0 }) },
  { id: 'missing-regularization-loss', make: ridgeWith({ penalty: 0 }) },
  { id: 'missing-regularization-gradient', make: ridgeWith({ decay: 0 }) },
  { id: 'regularization-divided-by-n', make: ridgeWith({ penalty: (n) => 0.5 / n, decay: (n) => 1 / n }) },
  {
    id: 'square-of-summed-weights',
    make: altered(solution, (_, w, x, targets, lambda) => ({
      loss: sumOfSquares(x.dot(w).sub(targets))
        .div(2)
        .add(sumOfSquares(w.sum()).mul(lambda / 2)),
    })),
  },
  {
    id: 'first-weight-free',
    make: altered(solution, ({ loss, dw }, w, _x, _targets, lambda) => {
      const first = tf.concat([w.slice(0, 1), tf.zeros([w.size - 1])]);
      return { loss: loss.sub(sumOfSquares(first).mul(lambda / 2)), dw: dw.sub(first.mul(lambda)) };
    }),
  },
  {
    id: 'residuals-of-all-pairs',
    make: () =>
      tidied((w: Tensor1D, x: Tensor2D, targets: Tensor1D, lambda: number) => {
        const residuals = tf.matMul(x, w.expandDims(1)).sub(targets); // (N, 1) minus (N,) is (N, N)
        const loss = sumOfSquares(residuals)
          .div(2)
          .add<Scalar>(sumOfSquares(w).mul(lambda / 2));
        return { loss, dw: tf.matMul(x, residuals, true).sum(1).add<Tensor1D>(w.mul(lambda)) };
      }),
  },
];
