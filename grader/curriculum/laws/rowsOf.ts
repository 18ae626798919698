import type { TensorValue } from '../../execution/values';
import { memoize } from '../../pipeline/checks';

/** Each row of a matrix as a comparable string. */
export function rowsOf({ shape, values }: TensorValue): readonly string[] {
  const [rows = 0, columns = 0] = shape;
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns).join());
}

/** Index of each row of the data. */
export const placesOf = memoize(
  (x: TensorValue): ReadonlyMap<string, number> => new Map(rowsOf(x).map((row, place) => [row, place])),
);
