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
  /** What the call before returned, for `PreviousResult`. */
  readonly previous: unknown;
  /** Calls of callbacks are appended here. */
  readonly callbackCalls: CallbackCall[];
}

/** Real arguments from plain data: tensors, functions, records, numbers. */
export function materialize(value: Value, surroundings: Surroundings): unknown {
  if (value instanceof TensorValue) return tensorOf(value);
  if (value instanceof CallbackValue) return loggedCallback(value, surroundings.callbackCalls);
  if (value instanceof PreviousResult) return through(value, follow(surroundings.previous, value.path));
  if (isArrayValue(value)) return value.map((item) => materialize(item, surroundings));
  if (typeof value === 'object' && isRecordValue(value)) {
    const fields: Record<string, unknown> = {};
    for (const [field, item] of Object.entries(value)) setField(fields, field, materialize(item, surroundings));
    return fields;
  }
  return value;
}

// Copies, since tfjs would use the arrays themselves, and whoever writes into the tensor would write into the case.
// `tf.tensor` looks whether numbers fit their shape and type. Those of a value do, and most are of this one.
function tensorOf({ values, shape, dtype }: TensorValue): tf.Tensor {
  const copy = values.slice() as unknown as Float32Array;
  return dtype === 'float32' ? engine.makeTensor(copy, [...shape], dtype) : tf.tensor(copy, [...shape], dtype);
}

/** Plain data from a real argument: what `materialize` makes it from, a callback's function included. */
export function dematerialize(argument: unknown): Value {
  return (typeof argument === 'function' ? callbacks.get(argument) : undefined) ?? capture(argument);
}

const callbacks = new WeakMap<object, CallbackValue>();

function loggedCallback(callback: CallbackValue, calls: CallbackCall[]): unknown {
  const implementation = callback.callback.make(callback.parameters) as (...args: unknown[]) => unknown;
  const logged = (...args: unknown[]): unknown => {
    // Both before the function under test can dispose them.
    const given = args.map((argument) => capture(argument));
    const result = implementation(...args);
    calls.push({ name: callback.name, arguments: given, result: capture(result) });
    return result;
  };
  callbacks.set(logged, callback);
  return logged;
}

// Where the call before returned something else than it should, that is what the call is given; smaller cases say so.
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
