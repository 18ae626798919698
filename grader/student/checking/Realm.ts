import type { Bans } from '../../execution/guard';
import type { Outcome, SourcePlace } from '../../pipeline/types';

/** The realm in which a submission runs. */
export interface Realm {
  /** Bans of the submission's tfjs. */
  readonly bans: Bans;
  /** Runs a function with a time limit in seconds, if the realm supports one. @returns whether it completed */
  readonly within: (seconds: number | undefined, run: () => void) => boolean;
  /** The first frame of the student's own code in a stack. */
  readonly locate: (stack: string) => SourcePlace | undefined;
  /** Called before an evaluation; if it returns an outcome, that is used instead. */
  readonly before?: (exercise: string, evaluation: string) => Outcome | undefined;
}
