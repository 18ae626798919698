import type { Bans } from '../../execution/guard';
import type { Outcome, SourcePlace } from '../../pipeline/types';

/** Where a submission runs. */
export interface Realm {
  /** What may not be called by the submission's tfjs. */
  readonly bans: Bans;
  /** Runs something, and ends it after so many seconds if the realm can. @returns whether it came to its end */
  readonly within: (seconds: number | undefined, run: () => void) => boolean;
  /** The first place of the student's own in a stack. */
  readonly locate: (stack: string) => SourcePlace | undefined;
  /** Called before an evaluation; what it returns stands for its outcome. */
  readonly before?: (exercise: string, evaluation: string) => Outcome | undefined;
}
