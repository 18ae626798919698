/** Helpers for worked figures of the handout, in addition to the solution. */
import type { Stopping } from './kinds';

/** The best of some losses, once all of them are recorded. */
export function bestOf(watcher: Stopping, losses: readonly number[]): number {
  for (const loss of losses) watcher.record(loss);
  return watcher.best();
}
