import type { CheckResult, ExerciseResult, ExerciseStatus } from '../types';

/** Share of its points that an exercise with a carried mistake keeps. */
export const carriedShare = 0.7;

export interface ScoredCheck extends CheckResult {
  readonly points: number;
}

export interface ScoredExercise extends Omit<ExerciseResult, 'checks'> {
  readonly checks: readonly ScoredCheck[];
  readonly score: number;
  readonly maxScore: number;
  /** Points kept because the mistake is another exercise's. */
  readonly kept: number;
}

/** Whether only a person can give its points. */
export function isOpen(status: ExerciseStatus): boolean {
  return status === 'unreadable';
}

/** The points of one exercise: those of the passed checks, plus a share of the rest for a carried mistake. */
export function scoreExercise(result: ExerciseResult, share: number = carriedShare): ScoredExercise {
  const earned = result.checks.map(({ check, status }) =>
    status === 'passed' || check.withdrawn === 'given' ? check.points : 0,
  );
  const lost = result.checks.map((check, index) => check.check.points - (earned[index] ?? 0));
  const kept = result.mistake?.carriedFrom === undefined ? lost.map(() => 0) : keepShare(lost, share);
  const checks = result.checks.map((check, index) => ({ ...check, points: (earned[index] ?? 0) + (kept[index] ?? 0) }));
  return {
    ...result,
    checks,
    score: sum(checks.map(({ points }) => points)),
    maxScore: sum(result.checks.map(({ check }) => check.points)),
    kept: sum(kept),
  };
}

// Points are multiples of 0.5, so the total share is rounded down and distributed by largest remainder.
function keepShare(lost: readonly number[], share: number): readonly number[] {
  // 1e-9 compensates binary rounding, so that 0.7·10 counts as 7.
  const halves = Math.floor(2 * share * sum(lost) + 1e-9);
  const exact = lost.map((points) => 2 * share * points);
  const kept = exact.map((value) => Math.floor(value + 1e-9));
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - (kept[index] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, halves - sum(kept))) kept[index] = (kept[index] ?? 0) + 1;
  return kept.map((count) => count / 2);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
