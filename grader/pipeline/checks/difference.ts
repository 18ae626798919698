import { TensorValue, type Value } from '../../execution/values';

/** a − b, element by element; `a` itself if the two can't be subtracted. */
export function difference(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (!(a instanceof TensorValue) || !(b instanceof TensorValue) || a.values.length !== b.values.length) return a;
  return new TensorValue(
    a.shape,
    a.dtype,
    a.values.map((value, index) => value - (b.values[index] ?? NaN)),
  );
}
