import { PreviousResult, TensorValue, type CallbackValue } from '../../../execution/values';

type Nested = number | readonly Nested[];

/**
 * A float tensor from nested arrays: `tensor([[1, 2], [3, 4]])`, `tensor(3)` for rank 0.
 *
 * @throws if rows of the same level differ in length
 */
export function tensor(numbers: Nested): TensorValue {
  const shape: number[] = [];
  for (let level: Nested | undefined = numbers; typeof level === 'object'; level = level[0]) shape.push(level.length);
  const values: number[] = [];
  const collect = (level: Nested, depth: number): void => {
    if (typeof level === 'number') values.push(level);
    else {
      if (level.length !== shape[depth])
        throw new Error(`tensor(): a row at depth ${depth} has ${level.length} entries, the first has ${shape[depth]}`);
      for (const item of level) collect(item, depth + 1);
    }
  };
  collect(numbers, 0);
  return new TensorValue(shape, 'float32', Float64Array.from(values));
}

/** An `(N,)` int32 tensor of class labels. */
export function labels(classes: readonly number[]): TensorValue {
  return new TensorValue([classes.length], 'int32', Float64Array.from(classes));
}

/** A float tensor of this shape in which every element is `value`. */
export function filled(shape: readonly number[], value: number): TensorValue {
  return new TensorValue(
    shape,
    'float32',
    new Float64Array(shape.reduce((size, length) => size * length, 1)).fill(value),
  );
}

/** In a later call of a case: (a field of) what the previous call returned, such as `previous('state', 'm')`. */
export function previous(...path: string[]): PreviousResult {
  return new PreviousResult(path);
}

/** In a later call of a case: a callback's result on (a field of) what the previous call returned. */
export function previousThrough(callbackValue: CallbackValue, ...path: string[]): PreviousResult {
  return new PreviousResult(path, callbackValue);
}
