import { isArrayValue, TensorValue, type Value, type ValueRecord } from '../values';

/** Makes a callback from its parameters. */
export type CallbackFactory = (parameters: ValueRecord) => (...args: never[]) => unknown;

/** A parameter that must be a tensor. @throws if the spec gives anything else */
export function tensorParameter(value: Value): TensorValue {
  if (!(value instanceof TensorValue)) throw new Error('this callback parameter must be a tensor');
  return value;
}

/** A parameter that must be a list. @throws if the spec gives anything else */
export function listParameter(value: Value): readonly Value[] {
  if (!isArrayValue(value)) throw new Error('this callback parameter must be a list');
  return value;
}
