/** Linear algebra on nested arrays, for right solutions and mistakes that must not use the reference. */

export type Matrix = readonly (readonly number[])[];
export type Vector = readonly number[];

export const at = (a: Matrix, row: number, column: number): number => a[row]?.[column] ?? NaN;
export const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);
export const transpose = (a: Matrix, columns: number): number[][] =>
  Array.from({ length: columns }, (_, j) => a.map((row) => row[j] ?? NaN));
export const times = (a: Matrix, v: Vector): number[] => a.map((row) => dot(row, v));

/** aᵀa of a matrix with this many columns. */
export function gram(a: Matrix, columns: number): number[][] {
  const columnsOfA = transpose(a, columns);
  return columnsOfA.map((left) => columnsOfA.map((right) => dot(left, right)));
}

/** a + b, element by element. */
export const plus = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => row.map((value, j) => value + at(b, i, j)));

/** Gaussian elimination with row pivoting. */
export function solve(a: Matrix, b: Vector): number[] {
  const rows = a.map((row, index) => [...row, b[index] ?? NaN]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const below = rows.slice(pivot).toSorted((p, q) => Math.abs(q[pivot] ?? NaN) - Math.abs(p[pivot] ?? NaN));
    rows.splice(pivot, size - pivot, ...below);
    const lead = rows[pivot] ?? [];
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = at(rows, row, pivot) / at(rows, pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * (lead[column] ?? NaN));
    }
  }
  const unknowns = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    unknowns[row] = (at(rows, row, size) - dot(unknowns, (rows[row] ?? []).slice(0, size))) / at(rows, row, row);
  }
  return unknowns;
}

/** Least squares by Gram–Schmidt: makes the columns of a orthogonal, one after another, and solves R w = Qᵀb. */
export function leastSquares(a: Matrix, b: Vector, columns: number): number[] {
  const directions: number[][] = [];
  const r = Array.from({ length: columns }, () => new Array<number>(columns).fill(0));
  for (const [j, column] of transpose(a, columns).entries()) {
    let rest = column;
    // The second pass removes what rounding left of the earlier directions.
    for (let pass = 0; pass < 2; pass += 1) {
      for (const [i, direction] of directions.entries()) {
        const along = dot(direction, rest);
        r[i]?.splice(j, 1, at(r, i, j) + along);
        rest = rest.map((value, index) => value - along * (direction[index] ?? NaN));
      }
    }
    const length = Math.hypot(...rest);
    r[j]?.splice(j, 1, length);
    directions.push(rest.map((value) => value / length));
  }
  return solve(r, times(directions, b));
}
