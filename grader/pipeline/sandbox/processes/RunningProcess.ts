import type { Duplex, Readable } from 'node:stream';
import type { Usage } from '../processTree';

/** How a submission's process came to its end. */
export type ProcessEnd =
  | { readonly status: 'exited'; readonly code: number }
  | { readonly status: 'killed'; readonly signal: string }
  /** It was never there, or what keeps it failed: for reasons of ours. */
  | { readonly status: 'lost'; readonly reason: string };

/** A submission's process, however it was started: what the grader sees of it, and can do to it. */
export interface RunningProcess {
  /** Frames both ways. */
  readonly channel: Duplex;
  readonly standardError: Readable;
  /** By the grader's own count of processes; undefined until it is known. */
  readonly pid: number | undefined;
  /** What it uses, with all that it started; undefined where that is not known, or not yet. */
  readonly usage: () => Usage | undefined;
  /** Called once, when all that it wrote has been read. */
  readonly onEnd: (listener: (end: ProcessEnd) => void) => void;
  /** Ends it, whatever it is doing. */
  readonly kill: () => void;
}
