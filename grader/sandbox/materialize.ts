import * as tf from '../precision/tfjs';
import type { CallbackCall } from '../types';
import { CallbackValue, isArrayValue, isRecordValue, PreviousResult, TensorValue, type Value } from '../values';
import { makeCallback } from './callbacks';
import { capture } from './capture';

interface Surroundings {
  /** What the call before returned, for `PreviousResult`. */
  readonly previous: unknown;
  /** Calls of callbacks are appended here. */
  readonly callbackCalls: CallbackCall[];
}

/** Real arguments from plain data: tensors, functions, records, numbers. */
export function materialize(value: Value, surroundings: Surroundings): unknown {
  // A copy, since tfjs would use the array itself, and whoever writes into the tensor would write into the case.
  if (value instanceof TensorValue) return tf.tensor(value.values.slice(), [...value.shape], value.dtype);
  if (value instanceof CallbackValue) return loggedCallback(value, surroundings.callbackCalls);
  if (value instanceof PreviousResult) return follow(surroundings.previous, value.path);
  if (isArrayValue(value)) return value.map((item) => materialize(item, surroundings));
  if (isRecordValue(value)) {
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, materialize(item, surroundings)]));
  }
  return value;
}

function loggedCallback(callback: CallbackValue, calls: CallbackCall[]): unknown {
  const implementation = makeCallback(callback) as (...args: unknown[]) => unknown;
  return (...args: unknown[]): unknown => {
    calls.push({ name: callback.name, arguments: args.map((argument) => capture(argument)) });
    return implementation(...args);
  };
}

function follow(previous: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, step) => (typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[step] : undefined),
    previous,
  );
}
