import { isArrayValue, TensorValue, type Callback, type Value, type ValueRecord } from './values';

/** Whether a parameter accepts a value. Uses no schema library: the process that runs submissions loads only tfjs. */
type Guard<V extends Value> = (value: Value) => value is V;

/** The types that a callback's parameters can have. */
export const number: Guard<number> = (value) => typeof value === 'number';
export const tensor: Guard<TensorValue> = (value) => value instanceof TensorValue;
export const list: Guard<readonly Value[]> = isArrayValue;
export const numbers: Guard<readonly number[]> = (value): value is readonly number[] =>
  isArrayValue(value) && value.every(number);
export const tensors: Guard<readonly TensorValue[]> = (value): value is readonly TensorValue[] =>
  isArrayValue(value) && value.every(tensor);
export const optionalNumber: Guard<number | undefined> = (value) => value === undefined || typeof value === 'number';

/** A callback with the types of its parameters. */
export interface TypedCallback<Name extends string, Parameters extends ValueRecord> extends Callback {
  readonly name: Name;
  /** What it computes, as a formula or in words. */
  readonly description: string;
  readonly parameters: { readonly [K in keyof Parameters]-?: Guard<Parameters[K]> };
  make(parameters: Parameters): (...args: never[]) => unknown;
}

/**
 * Defines a function that exercises can receive as an argument.
 *
 * @param definition - `parameters` gives the type of each parameter; `make` is called for every call of the exercise
 */
export function defineCallback<const Name extends string, Parameters extends ValueRecord>(
  definition: TypedCallback<Name, Parameters>,
): TypedCallback<Name, Parameters> {
  return definition;
}

/** @throws if the parameters do not match the callback's definition, which is our own bug */
export function checkParameters(
  { name, description, parameters }: TypedCallback<string, ValueRecord>,
  given: ValueRecord,
): void {
  const wrong = Object.entries(parameters).find(([parameter, takes]) => !takes(given[parameter]))?.[0];
  const unknown = Object.keys(given).find((parameter) => !Object.hasOwn(parameters, parameter));
  const known = `${name} is ${description} and takes ${Object.keys(parameters).join(', ') || 'no parameters'}`;
  if (unknown !== undefined) throw new Error(`${name} has no parameter ${unknown}: ${known}`);
  if (wrong !== undefined) throw new Error(`${name} can't take its parameter ${wrong} as it is given: ${known}`);
}
