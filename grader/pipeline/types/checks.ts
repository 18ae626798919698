import type { Value } from '../../execution/values';
import type { OwnFinding } from '../checks/kinds';
import type { Case, Check, Exercise, Hints, Translated } from './course';
import type { Outcome, SourcePlace, ThrownError } from './sandbox';
import type { FileProblem } from './submission';

/** Verdict of a gradient check, by the bands of the course. */
export type GradientVerdict = 'perfect' | 'acceptable' | 'suspicious' | 'wrong';

export interface CheckResult {
  readonly check: Check;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Case that the message speaks of: the smallest that failed, or a larger one that fails more clearly. */
  readonly failingCase: Case | undefined;
  readonly isClearest?: boolean;
  readonly relativeError: number | undefined;
  /** The pass limit. */
  readonly threshold: number | undefined;
  readonly verdict: GradientVerdict | undefined;
  readonly finding: Finding | undefined;
  /** Special cases that a failed reference check gets right. */
  readonly rightWhere?: readonly Labelled[];
  /** What was returned in the public cases that a reference check fails: what pictures are drawn of. */
  readonly wrongAnswers?: readonly WrongAnswer[];
}

/** A case that has a label. */
export type Labelled = Pick<Case, 'translations'> & { readonly label: string };

/** What a submission returned in a case where it should have returned something else. */
export interface WrongAnswer {
  readonly case: Case;
  /** The whole result of each call. */
  readonly returned: readonly Value[];
  readonly finding: Finding;
}

/** What was found, as data; `report/texts` and the kind of the check turn it into words. */
export type Finding = CommonFinding | OwnFinding;

/** What checks of any kind can find. */
export type CommonFinding =
  | { readonly id: 'throws'; readonly error: ThrownError }
  | { readonly id: 'needs-neighbour'; readonly neighbour: string }
  | { readonly id: 'stopped'; readonly outcome: Outcome }
  | { readonly id: 'not-a-tensor'; readonly path: string; readonly got: string }
  | { readonly id: 'not-a-number'; readonly path: string; readonly got: string }
  | { readonly id: 'missing-field'; readonly path: string; readonly fields: readonly string[] }
  | { readonly id: 'not-a-record'; readonly expectedFields: readonly string[]; readonly got: string }
  | { readonly id: 'wrong-kind'; readonly path: string; readonly expected: string; readonly got: string }
  | {
      readonly id: 'wrong-shape';
      readonly path: string;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    }
  | {
      readonly id: 'empty';
      readonly path: string;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    }
  | { readonly id: 'wrong-length'; readonly path: string; readonly expected: number; readonly got: number }
  | {
      readonly id: 'wrong-dtype';
      readonly path: string;
      readonly expected: string;
      readonly got: string;
      /** Its numbers are not the right ones either, so that a cast alone repairs nothing. */
      readonly valuesDiffer: boolean;
    }
  | {
      readonly id: 'not-finite';
      readonly path: string;
      readonly got: number;
      readonly index: readonly number[];
      readonly count: number;
      readonly total: number;
    }
  | {
      readonly id: 'values-differ';
      readonly path: string;
      readonly expected: number;
      readonly got: number;
      readonly index: readonly number[];
      readonly count: number;
      readonly total: number;
      readonly relativeError: number;
      readonly threshold: number;
      readonly step: number | undefined;
    }
  | { readonly id: 'skipped'; readonly reason: SkipReason };

export type GradientPlace = { readonly element: readonly number[] } | { readonly direction: number };

export type SkipReason =
  | 'todo'
  | 'missing'
  | 'unreadable'
  | 'forbidden'
  | 'reference-first'
  | 'laws-first'
  | 'loss-first'
  | 'too-long'
  | 'no-cases'
  | 'stopped'
  | 'infrastructure';

/** The recognised mistake of an exercise. */
export interface RecognisedMistake {
  readonly id: string;
  readonly hints: Hints;
  readonly translations?: Translated<Hints> | undefined;
  readonly carriedFrom: string | undefined;
}

export type ExerciseStatus =
  'passed' | 'failed' | 'todo' | 'error' | 'timeout' | 'memory' | 'forbidden' | 'crashed' | 'infrastructure';

/** All that the checks found about one exercise. */
export interface ExerciseResult {
  readonly exercise: Exercise;
  readonly status: ExerciseStatus;
  readonly checks: readonly CheckResult[];
  readonly mistake: RecognisedMistake | undefined;
  /** Why there is nothing to check, or what stopped it; undefined where the checks speak for themselves. */
  readonly problem: ExerciseProblem | undefined;
  readonly durationMs: number;
}

export type ExerciseProblem =
  | { readonly status: 'todo' }
  | { readonly status: 'needs-neighbour'; readonly neighbour: string }
  | { readonly status: 'missing-export'; readonly exports: readonly string[] }
  | { readonly status: 'not-a-function'; readonly got: string }
  | { readonly status: 'throws'; readonly error: ThrownError }
  | {
      readonly status: 'forbidden-call';
      /** It was on hidden cases alone: which call, and where, may be what the submission wants its student to read. */
      readonly isHidden?: boolean;
      readonly call: string;
      readonly place: SourcePlace | undefined;
      readonly through: readonly string[];
    }
  | { readonly status: 'too-long'; readonly bytes: number; readonly maxBytes: number }
  | { readonly status: 'stopped'; readonly outcome: Outcome }
  | { readonly status: 'file'; readonly problem: FileProblem }
  /** Our own failure; `detail` is for staff. */
  | { readonly status: 'infrastructure'; readonly detail: string };
