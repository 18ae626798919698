import { isArrayValue, TensorValue, type Value } from '../../../../execution/values';

/** A tensor with a subset of its entries along an axis, or a list with a subset of its items. */
export function alongAxis(value: Value, axis: number, keep: (index: number, extent: number) => boolean): Value {
  if (!(value instanceof TensorValue)) {
    if (!isArrayValue(value)) return value;
    return value.filter((_, index) => keep(index, value.length));
  }
  const { shape, dtype, values } = value;
  const extent = shape[axis] ?? 0;
  const inner = shape.slice(axis + 1).reduce((product, one) => product * one, 1);
  const indexOf = (flat: number): number => Math.floor(flat / inner) % extent;
  const kept = Array.from({ length: extent }, (_, index) => index).filter((index) => keep(index, extent)).length;
  return new TensorValue(
    shape.with(axis, kept),
    dtype,
    values.filter((_, flat) => keep(indexOf(flat), extent)),
  );
}
