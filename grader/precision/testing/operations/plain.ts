/** Vectors and matrices as arrays of numbers, with loops over them, to compare tfjs with. */
export type Vector = readonly number[];
export type Matrix = readonly Vector[];

/** A vector by its entries. */
export function list(length: number, entry: (i: number) => number): number[] {
  return Array.from({ length }, (_, i) => entry(i));
}

/** A matrix by its entries. */
export function grid(rows: number, columns: number, entry: (i: number, j: number) => number): number[][] {
  return Array.from({ length: rows }, (_, i) => list(columns, (j) => entry(i, j)));
}

/** An entry; NaN outside of the matrix, which equals nothing. */
export function at(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] ?? NaN;
}

/** Applies a function to every entry. */
export function map(a: Matrix, f: (x: number) => number): number[][] {
  return a.map((row) => row.map(f));
}

/** Applies a function to entries at the same index. */
export function zip(a: Matrix, b: Matrix, f: (x: number, y: number) => number): number[][] {
  return a.map((row, i) => row.map((x, j) => f(x, at(b, i, j))));
}

export function transposed(a: Matrix): number[][] {
  return grid(a[0]?.length ?? 0, a.length, (i, j) => at(a, j, i));
}

export function sum(numbers: Vector): number {
  let total = 0;
  for (const x of numbers) total += x;
  return total;
}

export function mean(numbers: Vector): number {
  return sum(numbers) / numbers.length;
}

export function product(numbers: Vector): number {
  let total = 1;
  for (const x of numbers) total *= x;
  return total;
}

/** Σᵢ aᵢbᵢ */
export function dot(a: Vector, b: Vector): number {
  return sum(a.map((x, i) => x * (b[i] ?? NaN)));
}

/** The matrix product. */
export function multiplied(a: Matrix, b: Matrix): number[][] {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

/** eˣ over the sum of eˣ, shifted by the largest x. */
export function softmax(scores: Vector): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  return powers.map((power) => power / sum(powers));
}
