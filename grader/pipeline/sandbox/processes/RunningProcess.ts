import type { Duplex, Readable } from 'node:stream';
import type { Usage } from '../processTree';

/** How a submission's process ended. */
export type ProcessEnd =
  | { readonly status: 'exited'; readonly code: number }
  | { readonly status: 'killed'; readonly signal: string }
  /** It never started, or what controls it failed: not the submission's fault. */
  | { readonly status: 'lost'; readonly reason: string };

/** The grader's interface to a submission's process, independent of how it was started. */
export interface RunningProcess {
  /** Frames in both directions. */
  readonly channel: Duplex;
  readonly standardError: Readable;
  /** In the grader's pid namespace; undefined until it is known. */
  readonly pid: number | undefined;
  /** Usage of it and its descendants; undefined if it is not, or not yet, known. */
  readonly usage: () => Usage | undefined;
  /** Called once, after all its output has been read. */
  readonly onEnd: (listener: (end: ProcessEnd) => void) => void;
  /** Ends it, whatever it is doing. */
  readonly kill: () => void;
}
