import * as tf from '../precision/tfjs';
import { type CallbackValue, TensorValue, type Value } from '../values';

type CallbackFunction = (...args: never[]) => unknown;

/**
 * The functions that an exercise can be given, by name. Each is pure, and made from plain parameters,
 * so that the submission's process and the reference's compute the same.
 */
const registry: Readonly<Record<string, (parameters: Readonly<Record<string, Value>>) => CallbackFunction>> = {
  /** The gradient of ½ Σ curvatures·(w − center)²: w ↦ curvatures ⊙ (w − center), a fresh tensor. */
  quadraticGradient: ({ curvatures, center }) => {
    const a = asTensor(curvatures);
    const c = asTensor(center);
    return (w: tf.Tensor) => tf.tidy(() => tf.tensor(a.values, [...a.shape]).mul(w.sub(tf.tensor(c.values, [...c.shape]))));
  },
};

/** The function that a callback value stands for. @throws if the registry has no such name */
export function makeCallback(callback: CallbackValue): CallbackFunction {
  const make = registry[callback.name];
  if (make === undefined) throw new Error(`there is no callback named ${callback.name}; known: ${Object.keys(registry).join(', ')}`);
  return make(callback.parameters);
}

function asTensor(value: Value): TensorValue {
  if (!(value instanceof TensorValue)) throw new Error('this callback parameter must be a tensor');
  return value;
}
