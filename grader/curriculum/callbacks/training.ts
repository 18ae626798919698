import * as tf from '../../precision/tfjs';
import { seededRandom } from '../../descent/seededRandom';
import { listParameter, tensorParameter, type CallbackFactory } from '../../execution/callbacks/callback';

type State = { readonly v: tf.Tensor; readonly t: number };

/** Losses, optimizers, samplers and judges: what a training loop is given. Every tensor that they return is a new one. */
export const training: Readonly<Record<string, CallbackFactory>> = {
  /** Mean over the rows of Σ_c log cosh(x Wᵀ − one-hot y), and λ Σ W², with its gradient; labels are classes. No exercise asks for it. */
  logCosh: () => (W: tf.Tensor2D, x: tf.Tensor2D, y: tf.Tensor1D, lambda: number) =>
    tf.tidy(() => {
      const isClass = tf.equal(tf.expandDims(y, 1), tf.range(0, W.shape[0], 1, 'int32')); // (N, C)
      const residuals = tf.sub<tf.Tensor2D>(tf.dot(x, tf.transpose(W)), tf.cast(isClass, 'float32')); // (N, C)
      const ofData = tf.mean(tf.sum(tf.log(tf.cosh(residuals)), 1));
      return penalized(ofData, tf.tanh(residuals), { W, x, lambda });
    }),

  /** ½ mean (x Wᵀ − y)², summed over the rows of W, and λ Σ W², with its gradient; labels are targets. */
  leastSquares: () => (W: tf.Tensor2D, x: tf.Tensor2D, y: tf.Tensor1D, lambda: number) =>
    tf.tidy(() => {
      const residuals = tf.sub<tf.Tensor2D>(tf.dot(x, tf.transpose(W)), tf.expandDims(y, 1)); // (N, C)
      const ofData = tf.mul(tf.mean(tf.square(residuals)), W.shape[0] / 2);
      return penalized(ofData, residuals, { W, x, lambda });
    }),

  /** W − α·dW, and nothing to remember. */
  sgd:
    ({ learningRate }) =>
    (W: tf.Tensor, dW: tf.Tensor) => ({ w: tf.tidy(() => W.sub(dW.mul(Number(learningRate)))), state: undefined }),

  /** The velocity, a tensor, is the state: v ← ρv − α·dW, W ← W + v. */
  momentum:
    ({ learningRate, rho }) =>
    (W: tf.Tensor, dW: tf.Tensor, state: tf.Tensor | undefined) =>
      tf.tidy(() => {
        const velocity = (state ?? tf.zerosLike(W)).mul(Number(rho)).sub(dW.mul(Number(learningRate)));
        return { w: W.add(velocity), state: velocity };
      }),

  /** Momentum with a rate of learningRate/t in its t-th step: the state {v, t} is a record of a tensor and a number. */
  slowingMomentum:
    ({ learningRate, rho }) =>
    (W: tf.Tensor, dW: tf.Tensor, state: State | undefined) =>
      tf.tidy(() => {
        const { v, t } = state ?? { v: tf.zerosLike(W), t: 0 };
        const velocity = v.mul(Number(rho)).sub(dW.mul(Number(learningRate) / (t + 1)));
        return { w: W.add(velocity), state: { v: velocity, t: t + 1 } };
      }),

  /** The tensors of a list, one a call; the last one for ever after. */
  listedSamples: ({ samples }) => {
    const listed = listParameter(samples).map(tensorParameter);
    let calls = 0;
    return () => {
      const { values, shape } = tensorParameter(listed[Math.min(calls, listed.length - 1)]);
      calls += 1;
      return tf.tensor(values.slice(), [...shape]);
    };
  },

  /** Numbers between −1 and 1 in a shape, others at each call. */
  uniformSamples: ({ shape, seed }) => {
    const next = seededRandom(Number(seed));
    const lengths = listParameter(shape).map(Number);
    const size = lengths.reduce((product, length) => product * length, 1);
    return () =>
      tf.tensor(
        Array.from({ length: size }, () => 2 * next() - 1),
        lengths,
      );
  },

  /** W ↦ Σ (W − center)², and NaN where the first weight is below `nanBelow`. */
  squaredDistanceTo: ({ center, nanBelow }) => {
    const { values, shape } = tensorParameter(center);
    return (W: tf.Tensor) => {
      if (nanBelow !== undefined && firstOf(W) < Number(nanBelow)) return NaN;
      return tf.tidy(() =>
        firstOf(
          W.sub(tf.tensor(values.slice(), [...shape]))
            .square()
            .sum(),
        ),
      );
    };
  },

  /** The number listed for weights whose first one is that of `keys`; NaN for any other. */
  numberOfWeights: ({ keys, numbers }) => {
    const listedKeys = listParameter(keys);
    const listed = listParameter(numbers);
    return (W: tf.Tensor) => listed[listedKeys.indexOf(firstOf(W))] ?? NaN;
  },

  /** λ ↦ start + λ·direction: weights that a training with the strength λ would lead to. */
  weightsAlongLine: ({ start, direction }) => {
    const [from, towards] = [tensorParameter(start), tensorParameter(direction)];
    return (lambda: number) =>
      tf.tidy(() => tf.tensor(from.values.slice(), [...from.shape]).add(tf.tensor(towards.values.slice(), [...towards.shape]).mul(lambda)));
  },

  /** W ↦ the share of the rows of x whose highest score x Wᵀ is that of their class. */
  shareClassified: ({ x, y }) => {
    const [data, labels] = [tensorParameter(x), tensorParameter(y)];
    return (W: tf.Tensor2D) =>
      tf.tidy(() => {
        const scores = tf.matMul(
          tf.tensor(data.values.slice(), [...data.shape]).as2D(data.shape[0] ?? 0, data.shape[1] ?? 0),
          W,
          false,
          true,
        );
        return firstOf(
          scores
            .argMax(1)
            .equal(tf.tensor(labels.values.slice(), [...labels.shape], 'int32'))
            .toFloat()
            .mean(),
        );
      });
  },
};

interface LossInputs {
  readonly W: tf.Tensor2D;
  readonly x: tf.Tensor2D;
  readonly lambda: number;
}

/** A mean loss of the data and its slopes (N, C), not yet divided by N, with the penalty put on. */
function penalized(ofData: tf.Tensor, slopes: tf.Tensor2D, { W, x, lambda }: LossInputs): { loss: tf.Tensor; dW: tf.Tensor } {
  const ofWeights = tf.sum(tf.mul(lambda, tf.square(W)));
  const dW = tf.div(tf.dot(tf.transpose(slopes), x), x.shape[0]);
  return { loss: tf.add(ofData, ofWeights), dW: tf.add(dW, tf.mul(2 * lambda, W)) };
}

function firstOf(tensor: tf.Tensor): number {
  return tensor.dataSync()[0] ?? NaN;
}
