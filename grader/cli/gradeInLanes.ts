import { gradeSubmission } from '../pipeline/gradeSubmission';
import { isAtLeast, type Sandbox } from '../pipeline/sandbox';
import { totalScore, type Score } from '../pipeline/score';
import type { Submission } from '../pipeline/submission';
import type { Assignment, IsolationLevel } from '../pipeline/types';

/** More would wait for this process, which judges what all of them return. */
const maxLanes = 2;

/** Of an exercise that says nothing of its time, which takes far less than it may. */
const usualSeconds = 1;

/**
 * How many sandboxes one submission keeps busy: one where its processes could speak to each other, since one may know
 * hidden cases while a student still reads what the other says of public ones; see Note [Public first].
 */
export function lanesFor(assignments: number, processors: number, level: IsolationLevel): number {
  return isAtLeast(level, 'unshare') ? Math.max(1, Math.min(maxLanes, processors, assignments)) : 1;
}

/**
 * Grades one submission as `gradeSubmission` does, its assignments shared out among sandboxes that run side by side:
 * nothing of one depends on another. What each may take in all, it may take in each lane.
 */
export async function gradeInLanes(
  assignments: readonly Assignment[],
  submission: Submission,
  sandboxes: readonly Sandbox[],
): Promise<Score> {
  const shares = shareOut(assignments, sandboxes.length);
  const scores = await Promise.all(
    sandboxes.map((sandbox, lane) => gradeSubmission(shares[lane] ?? [], submission, sandbox)),
  );
  const scored = scores.flatMap((score) => score.assignments);
  const inOrder = assignments.flatMap(({ id }) => scored.filter(({ assignment }) => assignment.id === id));
  return totalScore(inOrder);
}

/** The longest first, each to whoever has least to do so far; in each share in the order of the course. */
export function shareOut(assignments: readonly Assignment[], lanes: number): readonly (readonly Assignment[])[] {
  const shares = Array.from({ length: lanes }, () => ({ seconds: 0, own: new Set<Assignment>() }));
  for (const assignment of assignments.toSorted((a, b) => secondsOf(b) - secondsOf(a))) {
    const least = shares.reduce((best, share) => (share.seconds < best.seconds ? share : best));
    least.own.add(assignment);
    least.seconds += secondsOf(assignment);
  }
  return shares.map(({ own }) => assignments.filter((assignment) => own.has(assignment)));
}

function secondsOf({ exercises }: Assignment): number {
  return exercises.reduce((sum, { seconds = usualSeconds }) => sum + seconds, 0);
}
