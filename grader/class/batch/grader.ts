import type { SubmissionResult } from '../../pipeline/report';
import type { Outcome } from '../../pipeline/types';

/** One submission to grade. */
export interface Job {
  readonly name: string;
  readonly entry: string;
  readonly path: string;
  readonly problem: string | undefined;
  /** Retried alone: a failure is reported in the result instead of thrown. */
  readonly alone: boolean;
  /** Assignments that overran a grader: they are skipped. */
  readonly overruns?: readonly OverrunOf[];
}

/** An assignment whose judging exhausted the grader's time or memory while the job ran alone. */
export interface OverrunOf {
  readonly assignment: string;
  readonly outcome: Extract<Outcome, { status: 'timeout' | 'memory' }>;
}

/** A submission exhausted the grader that judged it, which is the submission's fault. */
export class Overrun extends Error {
  override readonly name = 'Overrun';

  /** @param assignment - set if the job ran alone */
  constructor(
    readonly assignment: string | undefined,
    readonly outcome: OverrunOf['outcome'],
  ) {
    super(outcome.status === 'memory' ? 'the grader ran out of memory' : `judging took ${outcome.seconds} s`);
  }
}

/** What a grader reports once it is ready. */
export interface Prepared {
  readonly specHashes: Readonly<Record<string, string>>;
  /** The result of a submission that could not be graded at all, except for the submission's name. */
  readonly ungraded: SubmissionResult;
  /** Limit after which a submission will never finish. */
  readonly maxSeconds: number;
}

/** A result's text for the disk, and whether all of it could be graded. */
export interface Graded {
  readonly text: string;
  readonly isComplete: boolean;
}

/** Grades submissions, one at a time. */
export interface Grader {
  readonly ready: Promise<Prepared>;
  /** Whether it can take another job. */
  readonly isAlive: boolean;
  /** @throws Overrun; any other error means that the grader failed and says nothing about the submission */
  readonly grade: (job: Job) => Promise<Graded>;
  readonly close: () => void;
}
