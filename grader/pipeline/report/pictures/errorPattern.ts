import type { TensorValue } from '../../../execution/values';
import { maxCells, pictureNumber, type Pattern } from './picture';

const slack = 1e-7;
/** Fewer numbers have a pattern by chance. */
const fewest = 3;

/** A pattern in the wrong elements of a tensor: a fact about the numbers, not a guess at the mistake. */
export function errorPattern({ values: expected, shape }: TensorValue, { values: got }: TensorValue): Pattern | null {
  if (expected.length < fewest || !got.every(Number.isFinite)) return null;
  return (
    factorOf(expected, got) ??
    offsetOf(expected, got) ??
    transposedOf(expected, got, shape) ??
    linesOf(expected, got, shape)
  );
}

/**
 * Whether two elements look equal: the threshold for everything that a picture draws, counts and states, matching the
 * digits it keeps.
 */
export function looksEqual(expected: number, got: number): boolean {
  const [a, b] = [Number(pictureNumber(expected)), Number(pictureNumber(got))];
  if (Object.is(a, b)) return true;
  // An infinite distance is within an infinite bound, which means nothing.
  return Number.isFinite(a - b) && Math.abs(a - b) <= 2e-5 * Math.abs(a) + 1e-12;
}

function factorOf(expected: Float64Array, got: Float64Array): Pattern | undefined {
  const largest = expected.reduce(
    (best, value, index) => (Math.abs(value) > Math.abs(expected[best] ?? 0) ? index : best),
    0,
  );
  const factor = (got[largest] ?? 0) / (expected[largest] ?? 0);
  // A negligible element is close to any multiple of itself.
  const counting = expected.filter((value) => Math.abs(value) > 1e-6 * Math.abs(expected[largest] ?? 0)).length;
  if (!Number.isFinite(factor) || counting < fewest) return undefined;
  return same(got, (index) => factor * (expected[index] ?? NaN)) ? { id: 'factor', value: rounded(factor) } : undefined;
}

function offsetOf(expected: Float64Array, got: Float64Array): Pattern | undefined {
  const offset = (got[0] ?? NaN) - (expected[0] ?? NaN);
  return same(got, (index) => (expected[index] ?? NaN) + offset) ? { id: 'offset', value: rounded(offset) } : undefined;
}

function transposedOf(expected: Float64Array, got: Float64Array, shape: readonly number[]): Pattern | undefined {
  const [rows = 0, columns = 0] = shape;
  if (shape.length !== 2 || rows !== columns) return undefined;
  return same(got, (index) => expected[(index % columns) * columns + Math.floor(index / columns)] ?? NaN)
    ? { id: 'transposed' }
    : undefined;
}

function linesOf(expected: Float64Array, got: Float64Array, shape: readonly number[]): Pattern | null {
  const [rows = 0, columns = 0] = shape;
  if (shape.length !== 2 || rows < 2 || columns < 2) return null;
  const wrongRows = new Set<number>();
  const wrongColumns = new Set<number>();
  expected.forEach((value, index) => {
    if (looksEqual(value, got[index] ?? NaN)) return;
    wrongRows.add(Math.floor(index / columns));
    wrongColumns.add(index % columns);
  });
  // At most half of them: otherwise it is no pattern, and the rest may be right by chance.
  if (wrongRows.size * 2 <= rows && wrongRows.size <= maxCells) return { id: 'rows', indices: ascending(wrongRows) };
  if (wrongColumns.size * 2 <= columns && wrongColumns.size <= maxCells)
    return { id: 'columns', indices: ascending(wrongColumns) };
  return null;
}

function same(got: Float64Array, wanted: (index: number) => number): boolean {
  const scale = got.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return got.every((value, index) => Math.abs(value - wanted(index)) <= slack * scale);
}

function ascending(indices: ReadonlySet<number>): number[] {
  return [...indices].sort((a, b) => a - b);
}

function rounded(value: number): number {
  return Number(pictureNumber(value));
}
