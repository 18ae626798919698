import type { SubmissionResult } from '../../pipeline/report';

/** One submission to grade. */
export interface Job {
  readonly name: string;
  readonly entry: string;
  readonly path: string;
  readonly problem: string | undefined;
  /** For the second time, with nothing beside it: whatever fails now is told instead of thrown. */
  readonly alone: boolean;
}

/** What a grader knows once it is ready. */
export interface Prepared {
  readonly specHashes: Readonly<Record<string, string>>;
  /** The result of a submission that it could not grade at all, but for the submission's name. */
  readonly ungraded: SubmissionResult;
  /** After so long a submission will never be done. */
  readonly maxSeconds: number;
}

/** A result as it goes to disk, and whether all of it could be graded. */
export interface Graded {
  readonly text: string;
  readonly isComplete: boolean;
}

/** Grades submissions, one at a time. */
export interface Grader {
  readonly ready: Promise<Prepared>;
  /** Whether it can take another job. */
  readonly isAlive: boolean;
  /** @throws if the grader failed: that says nothing of the submission */
  readonly grade: (job: Job) => Promise<Graded>;
  readonly close: () => void;
}
