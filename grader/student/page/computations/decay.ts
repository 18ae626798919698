import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { defineComputation } from './Computation';
import { firstStep, type StepOptions } from './optimizers';
import { noiseAt } from './surfaces';

const assignment = '04-regularization';

export interface DecayParameters {
  readonly learningRate: number;
  readonly lambda: number;
  readonly steps: number;
}

/** A weight of 1 that decays, at each step starting with 0. */
export const decayCurve = defineComputation<
  DecayParameters & { readonly by: 'decayWeights' | 'exponentialDecayWeights' },
  readonly number[]
>('decay.curve', (own, tf, { by, learningRate, lambda, steps }) => {
  const decay = own<(w0: Tensor1D, rate: number, lambda: number, steps: number) => Tensor2D>(assignment, by);
  return [...decay(tf.tensor1d([1]), learningRate, lambda, steps).dataSync()];
});

export const decayError = defineComputation<DecayParameters, number>(
  'decay.error',
  (own, _tf, { learningRate, lambda, steps }) =>
    own<(...numbers: number[]) => number>(assignment, 'approximationError')(learningRate, lambda, steps),
);

export interface PenaltyParameters {
  readonly by: 'l1Penalty' | 'l2Penalty';
  /** Minimum of the loss alone, which is ½(Δ₁² + 3Δ₂² + 2·0.8·Δ₁Δ₂). */
  readonly center: readonly [number, number];
  readonly lambdas: readonly number[];
}

export interface PenaltyPath {
  /** The best weights for each λ. */
  readonly weights: readonly (readonly [number, number])[];
  /** The penalty of points on the whole unit circle, for λ = 1. */
  readonly around: readonly number[];
}

export const directions = 72;

/**
 * How a penalty pulls weights to 0: gradient descent on a loss and the student's penalty, each λ starting from the
 * previous result.
 */
export const penaltyPath = defineComputation<PenaltyParameters, PenaltyPath>(
  'decay.penalty',
  (own, tf, { by, center, lambdas }) => {
    const penalty = own<(W: Tensor, lambda: number) => { penalty: Scalar; dW: Tensor }>(assignment, by);
    let w = center;
    const weights = lambdas.map((lambda) => {
      // Decreasing steps, which the kinks of L1 require.
      for (let step = 0.3; step > 2e-3; step *= 0.95) {
        const [p = NaN, q = NaN] = penalty(tf.tensor1d([...w]), lambda).dW.dataSync();
        const [dx, dy] = lossGradient(w, center);
        w = [w[0] - step * (dx + p), w[1] - step * (dy + q)];
      }
      return w;
    });
    const around = Array.from({ length: directions }, (_, index) => {
      const angle = (2 * Math.PI * index) / directions;
      return penalty(tf.tensor1d([Math.cos(angle), Math.sin(angle)]), 1).penalty.dataSync()[0] ?? NaN;
    });
    return { weights, around };
  },
);

export const coupling = 0.8;

function lossGradient(w: readonly [number, number], center: readonly [number, number]): readonly [number, number] {
  const [dx, dy] = [w[0] - center[0], w[1] - center[1]];
  return [dx + coupling * dy, 3 * dy + coupling * dx];
}

export interface DecoupledParameters {
  readonly by: 'adamL2' | 'adamW';
  readonly steps: number;
  readonly options: StepOptions;
}

/**
 * Two weights of 1 with pure noise as gradients, one a thousand times larger than the other: what remains is decay
 * alone. For each step starting with 0: [small gradients, large gradients].
 */
export const adamDecay = defineComputation<DecoupledParameters, readonly (readonly [number, number])[]>(
  'decay.adam',
  (own, tf, { by, steps, options }) => {
    const step = firstStep(own, tf, by, options);
    let w: Tensor = tf.tensor1d([1, 1]);
    const weights: (readonly [number, number])[] = [[1, 1]];
    for (let index = 0; index < steps; index += 1) {
      const [a, b] = noiseAt(index);
      w = step(w, () => tf.tensor1d([0.01 * a, 10 * b]));
      const [small = NaN, large = NaN] = w.dataSync();
      weights.push([small, large]);
    }
    return weights;
  },
);
