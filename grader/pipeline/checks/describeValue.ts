import {
  CallbackValue,
  isArrayValue,
  PreviousResult,
  TensorValue,
  Unsendable,
  type Value,
} from '../../execution/values';

/**
 * Describes a value in words that complete "returned …": `the number 3`, `undefined`, `'perfect'`, `a (2, 3) tensor`,
 * `a Promise`.
 */
export function describeValue(value: Value): string {
  if (value === undefined) return 'undefined';
  if (value instanceof TensorValue)
    return value.shape.length === 0 ? 'a rank-0 tensor' : `a ${describeShape(value.shape)} tensor`;
  if (value instanceof Unsendable) return value.description;
  if (value instanceof CallbackValue || value instanceof PreviousResult) return 'a function';
  if (isArrayValue(value)) return describeArray(value);
  if (typeof value === 'object') return `an object with ${fieldList(Object.keys(value))}`;
  return typeof value === 'string' ? `'${value}'` : typeof value === 'number' ? `the number ${value}` : String(value);
}

function describeArray(items: readonly Value[]): string {
  const areTensors = items.length > 0 && items.every((item) => item instanceof TensorValue);
  return `an array of ${items.length}${areTensors ? (items.length === 1 ? ' tensor' : ' tensors') : ''}`;
}

/** `(2, 3)`, `(4,)`, `()`: as the course writes shapes. */
export function describeShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

function fieldList(fields: readonly string[]): string {
  return fields.length === 0 ? 'no fields' : `the fields ${fields.slice(0, 8).join(', ')}`;
}
