import type { Value } from '../../execution/values';
import type { Check, CheckOf } from './checkKinds';
import type { Case, Exercise } from './course';
import type { Finding } from './findings';
import type { Hints, Translated } from './languages';
import type { Outcome, SourcePlace, ThrownError } from './sandbox';
import type { FileProblem } from './submission';

// The kinds that other files refer to.
export type ReferenceCheck = CheckOf<'reference'>;
export type GradientCheck = CheckOf<'gradient'>;
export type PropertyCheck = CheckOf<'property'>;
export type Comparison = ReferenceCheck['comparison'];

/** Verdict of a gradient check, by the bands of the course. */
export type GradientVerdict = 'perfect' | 'acceptable' | 'suspicious' | 'wrong';

export interface CheckResult {
  readonly check: Check;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** The case in the message: the smallest that failed, or a larger one that fails more clearly. */
  readonly failingCase: Case | undefined;
  readonly isClearest?: boolean;
  readonly relativeError: number | undefined;
  /** The pass limit. */
  readonly threshold: number | undefined;
  readonly verdict: GradientVerdict | undefined;
  readonly finding: Finding | undefined;
  /** Special cases that a failed reference check gets right. */
  readonly rightWhere?: readonly Labelled[];
  /** What was returned in the public cases that a reference check fails, for pictures. */
  readonly wrongAnswers?: readonly WrongAnswer[];
}

/** A case that has a label. */
export type Labelled = Pick<Case, 'translations'> & { readonly label: string };

/** What a submission returned in a case where something else was expected. */
export interface WrongAnswer {
  readonly case: Case;
  /** The whole result of each call. */
  readonly returned: readonly Value[];
  readonly finding: Finding;
}

export type GradientPlace = { readonly element: readonly number[] } | { readonly direction: number };

/** The recognised mistake of an exercise. */
export interface RecognisedMistake {
  readonly id: string;
  readonly hints: Hints;
  readonly translations?: Translated<Hints> | undefined;
  readonly carriedFrom: string | undefined;
}

export type ExerciseStatus =
  | 'passed'
  | 'failed'
  | 'todo'
  | 'error'
  | 'timeout'
  | 'memory'
  | 'forbidden'
  | 'crashed'
  /** A question with an answer that is checked only when graded. */
  | 'answered'
  /** A question whose answer file can't be parsed: a person has to read it. */
  | 'unreadable'
  | 'infrastructure';

/** Everything that the checks found about one exercise. */
export interface ExerciseResult {
  readonly exercise: Exercise;
  readonly status: ExerciseStatus;
  readonly checks: readonly CheckResult[];
  readonly mistake: RecognisedMistake | undefined;
  /** An exercise in the file that it calls and that is wrong too, if no mistake of its own is known. */
  readonly brokenNeighbour?: string | undefined;
  /** Why nothing could be checked, or what stopped it; undefined if the checks tell it all. */
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
      /** Only on hidden cases: the submission could choose the call and its place to reveal hidden data. */
      readonly isHidden?: boolean;
      readonly call: string;
      readonly place: SourcePlace | undefined;
      readonly through: readonly string[];
    }
  | { readonly status: 'too-long'; readonly bytes: number; readonly maxBytes: number }
  | { readonly status: 'stopped'; readonly outcome: Outcome }
  | { readonly status: 'file'; readonly problem: FileProblem }
  | AnswersProblem
  /** Our own failure; `detail` is for staff. */
  | { readonly status: 'infrastructure'; readonly detail: string };

/** Why an answers file can't be parsed. */
export interface AnswersProblem {
  readonly status: 'answers';
  readonly file: string;
  /** Undefined if it is about the whole file. */
  readonly line: number | undefined;
  readonly why: string;
}
