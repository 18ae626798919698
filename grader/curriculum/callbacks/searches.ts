import * as tf from '../../precision/tfjs';
import { seededRandom } from '../../descent';
import { defineCallback, number, numbers, optionalNumber, tensor, tensors } from '../../execution/defineCallback';
import { sizeOf, type TensorValue } from '../../execution/values';

// Samplers, trainers, and evaluators of weights, for searches. All returned tensors are new.

export const listedSamples = defineCallback({
  name: 'listedSamples',
  description: 'the listed tensors, one per call; then the last one again',
  parameters: { samples: tensors },
  make: ({ samples }) => {
    let calls = 0;
    return () => {
      const next = samples[Math.min(calls, samples.length - 1)];
      calls += 1;
      if (next === undefined) throw new Error('listedSamples has no samples');
      return fresh(next);
    };
  },
});

export const uniformSamples = defineCallback({
  name: 'uniformSamples',
  description: 'new random numbers between −1 and 1 at each call, in this shape',
  parameters: { shape: numbers, seed: number },
  make: ({ shape, seed }) => {
    const next = seededRandom(seed);
    return () =>
      tf.tensor(
        Array.from({ length: sizeOf(shape) }, () => 2 * next() - 1),
        [...shape],
      );
  },
});

export const squaredDistanceTo = defineCallback({
  name: 'squaredDistanceTo',
  description: 'W ↦ Σ (W − center)², or NaN if the first weight is below nanBelow',
  parameters: { center: tensor, nanBelow: optionalNumber },
  make:
    ({ center, nanBelow }) =>
    (W: tf.Tensor) => {
      if (nanBelow !== undefined && firstOf(W) < nanBelow) return NaN;
      return tf.tidy(() => firstOf(W.sub(fresh(center)).square().sum()));
    },
});

export const numberOfWeights = defineCallback({
  name: 'numberOfWeights',
  description: 'the number listed for the first weight, one of keys; NaN for any other',
  parameters: { keys: numbers, numbers },
  make:
    ({ keys, numbers: listed }) =>
    (W: tf.Tensor) =>
      listed[keys.indexOf(firstOf(W))] ?? NaN,
});

export const weightsAlongLine = defineCallback({
  name: 'weightsAlongLine',
  description: 'λ ↦ start + λ·direction, in place of weights trained with strength λ',
  parameters: { start: tensor, direction: tensor },
  make:
    ({ start, direction }) =>
    (lambda: number) =>
      tf.tidy(() => fresh(start).add(fresh(direction).mul(lambda))),
});

export const shareClassified = defineCallback({
  name: 'shareClassified',
  description: 'W ↦ the share of rows of x whose class has the highest score x Wᵀ',
  parameters: { x: tensor, y: tensor },
  make:
    ({ x, y }) =>
    (W: tf.Tensor2D) =>
      tf.tidy(() => {
        const [rows = 0, columns = 0] = x.shape;
        const scores = tf.matMul(fresh(x).as2D(rows, columns), W, false, true); // (N, C)
        const isRight = scores.argMax(1).equal(tf.tensor(y.values.slice(), [...y.shape], 'int32'));
        return firstOf(isRight.toFloat().mean());
      }),
});

function fresh({ values, shape }: TensorValue): tf.Tensor {
  return tf.tensor(values.slice(), [...shape]);
}

function firstOf(tensorOfNumbers: tf.Tensor): number {
  return tensorOfNumbers.dataSync()[0] ?? NaN;
}
