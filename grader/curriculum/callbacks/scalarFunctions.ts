import * as tf from '../../precision/tfjs';
import { defineCallback, number, tensor } from '../../execution/defineCallback';
import type { TensorValue } from '../../execution/values';

// Functions from a tensor to a number with coupled elements: changing one element changes the gradient of the others.

export const constant = defineCallback({
  name: 'constant',
  description: 'x ↦ value, which may be NaN',
  role: 'scalar',
  parameters: { value: number },
  make:
    ({ value }) =>
    () =>
      value,
});

export const powerOfSum = defineCallback({
  name: 'powerOfSum',
  description: 'x ↦ (Σ weights ⊙ x)^power',
  role: 'scalar',
  parameters: { weights: tensor, power: number },
  make: ({ weights, power }) => {
    const sum = weightedSum(weights);
    return (x: tf.Tensor) => sum(x) ** power;
  },
});

export const sineOfSum = defineCallback({
  name: 'sineOfSum',
  description: 'x ↦ sin(Σ weights ⊙ x)',
  role: 'scalar',
  parameters: { weights: tensor },
  make: ({ weights }) => {
    const sum = weightedSum(weights);
    return (x: tf.Tensor) => Math.sin(sum(x));
  },
});

function weightedSum(weights: TensorValue): (x: tf.Tensor) => number {
  return (x) => {
    refuseOtherShapes(x, weights);
    return tf.tidy(
      () =>
        tf
          .tensor(weights.values, [...weights.shape])
          .mul(x)
          .sum()
          .dataSync()[0] ?? NaN,
    );
  };
}

// Broadcasting would silently accept a flattened or stacked x.
function refuseOtherShapes(x: tf.Tensor, { shape }: TensorValue): void {
  const given: unknown = x instanceof tf.Tensor ? x.shape : undefined;
  if (JSON.stringify(given) !== JSON.stringify(shape)) {
    throw new Error(
      `f takes a tensor of shape ${JSON.stringify(shape)}, but got ${given === undefined ? 'no tensor' : `one of shape ${JSON.stringify(given)}`}`,
    );
  }
}
