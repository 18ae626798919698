import * as tf from '../precision/tfjs';
import type { CallbackCall } from './evaluation';
import {
  CallbackValue,
  isArrayValue,
  isRecordValue,
  PreviousResult,
  setField,
  TensorValue,
  type Value,
} from './values';
import { capture } from './capture';

const engine = tf.engine();

interface Surroundings {
  /** What the previous call returned, for `PreviousResult`. */
  readonly previous: unknown;
  /** Calls of callbacks are appended here. */
  readonly callbackCalls: CallbackCall[];
}

/** Creates real arguments from plain data: tensors, functions, records, numbers. */
export function materialize(value: Value, surroundings: Surroundings): unknown {
  if (value instanceof TensorValue) return tensorOf(value);
  if (value instanceof CallbackValue) return loggedCallback(value, surroundings.callbackCalls);
  if (value instanceof PreviousResult) return through(value, follow(surroundings.previous, value.path));
  if (isArrayValue(value)) return value.map((item) => materialize(item, surroundings));
  if (isRecordValue(value)) {
    const fields: Record<string, unknown> = {};
    for (const [field, item] of Object.entries(value)) setField(fields, field, materialize(item, surroundings));
    return fields;
  }
  return value;
}

// Copies: tfjs uses the given arrays, so writing into the tensor would change the case. `tf.tensor` validates shape and
// type; a `TensorValue` is already valid, and most are float32.
function tensorOf({ values, shape, dtype }: TensorValue): tf.Tensor {
  const copy = values.slice() as unknown as Float32Array;
  return dtype === 'float32' ? engine.makeTensor(copy, [...shape], dtype) : tf.tensor(copy, [...shape], dtype);
}

/** The inverse of `materialize`, including callbacks. */
export function dematerialize(argument: unknown): Value {
  return (typeof argument === 'function' ? callbacks.get(argument) : undefined) ?? capture(argument);
}

const callbacks = new WeakMap<object, CallbackValue>();

function loggedCallback(callback: CallbackValue, calls: CallbackCall[]): unknown {
  const implementation = callback.callback.make(callback.parameters) as (...args: unknown[]) => unknown;
  const logged = (...args: unknown[]): unknown => {
    // Both captured before the function under test can dispose them.
    const given = args.map((argument) => capture(argument));
    const result = implementation(...args);
    calls.push({ name: callback.name, arguments: given, result: capture(result) });
    return result;
  };
  callbacks.set(logged, callback);
  return logged;
}

// If the previous call returned something unexpected, that is what this call receives; smaller cases report it.
function through({ through: callback }: PreviousResult, reached: unknown): unknown {
  if (callback === undefined || !(reached instanceof tf.Tensor) || reached.isDisposed) return reached;
  const compute = callback.callback.make(callback.parameters) as (argument: tf.Tensor) => unknown;
  return compute(reached as tf.Tensor);
}

function follow(previous: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[step] : undefined,
    previous,
  );
}
