import type { Assignment } from './types';

/** Of an exercise that says nothing of its time, which takes far less than it may. */
const usualSeconds = 1;

/** Which lane each assignment is asked in: the longest first, each in the one that has least to do so far. */
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
