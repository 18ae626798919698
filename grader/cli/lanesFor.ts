import { isAtLeast } from '../pipeline/sandbox';
import type { IsolationLevel } from '../pipeline/types';

/** More would wait for this process, which judges what all of them return. */
const maxLanes = 2;

/** How many sandboxes one submission keeps busy: one where its processes could speak to each other. */
export function lanesFor(assignments: number, processors: number, level: IsolationLevel): number {
  return isAtLeast(level, 'unshare') ? Math.max(1, Math.min(maxLanes, processors, assignments)) : 1;
}
