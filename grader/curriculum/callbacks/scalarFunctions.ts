import * as tf from '../../precision/tfjs';
import type { TensorValue, ValueRecord } from '../../execution/values';
import { tensorParameter, type CallbackFactory } from '../../execution/callbacks/callback';

/** Functions from a tensor to a number, whose elements hang together: an element that is moved changes the slope of the others. */
export const scalarFunctions: Readonly<Record<string, CallbackFactory>> = {
  /** x ↦ value, which may be NaN. */
  constant: (parameters) => {
    const value = numberParameter(parameters, 'value');
    return () => value;
  },
  /** x ↦ (Σ weights ⊙ x)^power */
  powerOfSum: (parameters) => {
    const sum = weightedSum(parameters);
    const power = numberParameter(parameters, 'power');
    return (x: tf.Tensor) => sum(x) ** power;
  },
  /** x ↦ sin(Σ weights ⊙ x) */
  sineOfSum: (parameters) => {
    const sum = weightedSum(parameters);
    return (x: tf.Tensor) => Math.sin(sum(x));
  },
};

function numberParameter(parameters: ValueRecord, name: string): number {
  const value = parameters[name];
  if (typeof value !== 'number') throw new Error(`the callback parameter ${name} must be a number`);
  return value;
}

function weightedSum(parameters: ValueRecord): (x: tf.Tensor) => number {
  const weights = tensorParameter(parameters.weights);
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

// Broadcasting would accept a flattened or stacked x without a word.
function refuseOtherShapes(x: tf.Tensor, { shape }: TensorValue): void {
  const given: unknown = x instanceof tf.Tensor ? x.shape : undefined;
  if (JSON.stringify(given) !== JSON.stringify(shape)) {
    throw new Error(
      `f takes a tensor of shape ${JSON.stringify(shape)}, and was given ${given === undefined ? 'none' : `one of shape ${JSON.stringify(given)}`}`,
    );
  }
}
