/** Measurements of one exercise, merged over seeds. */
export interface ExerciseFigures {
  readonly exercise: string;
  /** Distance from the reference in units of the bound: at most 1 passes, and 0.01 leaves a margin of 100. */
  readonly worstRight: Measured;
  /** The same per check, for checks with a wide bound. */
  readonly bounds: Readonly<Record<string, Measured>>;
  /** The mistake closest to passing, in the same unit, on the public cases. */
  readonly mildestMistake: Measured;
  /** Largest relative error of the solution's gradient checks; undefined if there are none. */
  readonly gradient: Measured | undefined;
  /** Cases, over all seeds, beyond the bound, but within the rounding noise of their differences. */
  readonly withinNoise: number;
  /** The slowest right solution, all checks. */
  readonly slowest: Measured;
}

export interface Measured {
  readonly value: number;
  /** Name of the solution, mistake or case. */
  readonly of: string;
}

export const nothing: Measured = { value: 0, of: '' };
export const unmatched: Measured = { value: Infinity, of: '' };

export function larger(a: Measured, b: Measured): Measured {
  return b.value > a.value ? b : a;
}

export function smaller(a: Measured, b: Measured): Measured {
  return b.value < a.value ? b : a;
}

/** Per check, of the same exercise. */
export function largerOfEach(a: ExerciseFigures['bounds'], b: ExerciseFigures['bounds']): ExerciseFigures['bounds'] {
  const checks = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(checks.map((check) => [check, larger(a[check] ?? nothing, b[check] ?? nothing)]));
}

/** Merges the figures of one exercise on several seeds. */
export function mergeFigures(figures: readonly ExerciseFigures[]): readonly ExerciseFigures[] {
  const merged = new Map<string, ExerciseFigures>();
  for (const one of figures) {
    const known = merged.get(one.exercise);
    merged.set(one.exercise, known === undefined ? one : both(known, one));
  }
  return [...merged.values()];
}

function both(a: ExerciseFigures, b: ExerciseFigures): ExerciseFigures {
  return {
    exercise: a.exercise,
    worstRight: larger(a.worstRight, b.worstRight),
    bounds: largerOfEach(a.bounds, b.bounds),
    mildestMistake: smaller(a.mildestMistake, b.mildestMistake),
    gradient:
      a.gradient === undefined || b.gradient === undefined
        ? (a.gradient ?? b.gradient)
        : larger(a.gradient, b.gradient),
    withinNoise: a.withinNoise + b.withinNoise,
    slowest: larger(a.slowest, b.slowest),
  };
}
