import type { Assignment } from './types';

/** For an exercise without a declared time; it takes far less than its limit. */
const usualSeconds = 1;

/** Assigns each assignment to a lane: longest first, each to the lane with the least work so far. */
export function shareOut(assignments: readonly Assignment[], lanes: number): ReadonlyMap<Assignment, number> {
  const seconds = Array.from({ length: lanes }, () => 0);
  const laneOf = new Map<Assignment, number>();
  for (const assignment of assignments.toSorted((a, b) => secondsOf(b) - secondsOf(a))) {
    const lane = seconds.indexOf(Math.min(...seconds));
    laneOf.set(assignment, lane);
    seconds[lane] = (seconds[lane] ?? 0) + secondsOf(assignment);
  }
  return laneOf;
}

function secondsOf({ exercises }: Assignment): number {
  return exercises.reduce((sum, one) => sum + (one.seconds ?? usualSeconds), 0);
}
