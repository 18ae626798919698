import type { SubmissionResult } from '../../pipeline/report';
import type { Outcome } from '../../pipeline/types';

/** One submission to grade. */
export interface Job {
  readonly name: string;
  readonly entry: string;
  readonly path: string;
  readonly problem: string | undefined;
  /** For the second time, with nothing beside it: whatever fails now is reported instead of thrown. */
  readonly alone: boolean;
  /** Its assignments that graders did not come to the end of: they are not begun again. */
  readonly overruns?: readonly OverrunOf[];
}

/** An assignment whose judging took all the time or memory that a grader has for it, though it was alone. */
export interface OverrunOf {
  readonly assignment: string;
  readonly outcome: Extract<Outcome, { status: 'timeout' | 'memory' }>;
}

/** A grader was at work on a submission, which used up what the grader has: that is the submission's doing. */
export class Overrun extends Error {
  override readonly name = 'Overrun';

  /** @param assignment - where it was alone with one */
  constructor(
    readonly assignment: string | undefined,
    readonly outcome: OverrunOf['outcome'],
  ) {
    super(outcome.status === 'memory' ? 'the grader ran out of memory' : `judging took ${outcome.seconds} s`);
  }
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
  /** @throws Overrun; else if the grader failed: that says nothing of the submission */
  readonly grade: (job: Job) => Promise<Graded>;
  readonly close: () => void;
}
