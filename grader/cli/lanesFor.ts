import { isAtLeast } from '../pipeline/sandbox';
import type { IsolationLevel } from '../pipeline/types';

/** More lanes would wait for this process, which judges all results. */
const maxLanes = 2;

/** Number of sandboxes for one submission; one if its processes could talk to each other. */
export function lanesFor(assignments: number, processors: number, level: IsolationLevel): number {
  return isAtLeast(level, 'unshare') ? Math.max(1, Math.min(maxLanes, processors, assignments)) : 1;
}
