import type { ComputationResult } from '../../computations';
import type { Point } from '../../drawing';

/** The computed value; undefined if there is nothing to draw. */
export function valueOf<Result>(result: ComputationResult<Result> | undefined): Result | undefined {
  return result?.status === 'ok' ? result.value : undefined;
}

/** Points of values at 0, 1, 2 …; none if there are no values. */
export function numbered(values: readonly number[] = []): readonly Point[] {
  return values.map((value, index): Point => [index, value]);
}

/** The values of all lines. */
export function valuesOf(lines: readonly { readonly points: readonly Point[] }[]): readonly number[] {
  return lines.flatMap(({ points }) => points.map(([, value]) => value));
}

/** Limits a dragged value, and rounds it so that it can be shown. */
export function limited(value: number, [low, high]: readonly [number, number], decimals = 3): number {
  return Number(Math.max(low, Math.min(high, value)).toFixed(decimals));
}
