/**
 * The values that pass between the stages, in the order of the flow:
 * course → submission → sandbox → checks → score → report.
 */
import type { Value, ValueRecord } from '../execution/values';

// ---------------------------------------------------------------- course

/** Where a case comes from: released with the assignment, or drawn from the hidden seed. */
export type Visibility = 'public' | 'hidden';

/** `public`: public cases alone were run. `full`: hidden ones too. */
export type Scope = 'public' | 'full';

export type CheckKind = 'reference' | 'gradient' | 'property' | 'input' | 'leak' | 'kernels';

/** An assignment as pure data: nothing in it can run, so it may be stored, released and compared. */
export interface Assignment {
  readonly id: string;
  readonly title: string;
  /** Name of the one file that a student edits, such as `losses.ts`. */
  readonly file: string;
  readonly optional: boolean;
  readonly scope: Scope;
  /** Changes whenever the checks do. */
  readonly specHash: string;
  readonly exercises: readonly Exercise[];
}

export interface Exercise {
  readonly name: string;
  /** Names of the function's parameters, in order. */
  readonly arguments: readonly string[];
  readonly checks: readonly Check[];
  readonly cases: readonly Case[];
  readonly mistakes: readonly KnownMistake[];
  readonly forbidden: readonly ForbiddenCall[];
  /** Seconds that a submission may compute on all of its cases, if not as many as on others. */
  readonly seconds?: number | undefined;
  /** How large a submission may be, compiled; undefined where there is no limit of its own. */
  readonly mostBytes?: number | undefined;
}

/** Library calls that are the exercise. `path` is below `tf` (`losses.*` for a whole namespace), `method` is a tensor method. */
export type ForbiddenCall = { readonly path: string } | { readonly method: string };

/** One input set, or a run of calls where later ones build on the result of the one before. */
export interface Case {
  readonly id: string;
  readonly visibility: Visibility;
  /** What is special about it, in words that complete "where …"; undefined for a plain case. */
  readonly label: string | undefined;
  /** Arguments of each call, in order. Nearly always one call. */
  readonly calls: readonly (readonly Value[])[];
  /** Where the last call returns a function: the arguments of each call of that one, whose results then stand for it. */
  readonly apply?: readonly (readonly Value[])[] | undefined;
  /** What the reference returned. */
  readonly expected: Outcome;
  /** Magnitude that absolute tolerances are multiplied with; undefined in a case about small numbers: each tensor's own. */
  readonly scale: number | undefined;
}

interface CheckBase {
  readonly id: string;
  readonly points: number;
  /** Ids of the cases that it runs on. */
  readonly cases: readonly string[];
}

/** `field` of a returned record; undefined where the function returns the thing itself. */
export interface ReferenceCheck extends CheckBase {
  readonly kind: 'reference';
  readonly field: string | undefined;
  readonly comparison: Comparison;
}

/** A returned gradient against central differences of the same submission's own loss. */
export interface GradientCheck extends CheckBase {
  readonly kind: 'gradient';
  readonly lossField: string;
  readonly gradientField: string;
  /** Index of the argument that the gradient is taken with respect to. */
  readonly argument: number;
  /**
   * With it, `data` differentiates at strength 0, and `regularization` the difference between strengths 1 and 0;
   * `strengthArgument` is the index of the strength.
   */
  readonly part: 'whole' | 'data' | 'regularization';
  readonly strengthArgument: number | undefined;
  /** Whether the loss has kinks, whose elements are then told apart and left out. */
  readonly kinks: boolean;
}

/** A law, named in the grader's registry, that any right answer obeys. */
export interface PropertyCheck extends CheckBase {
  readonly kind: 'property';
  readonly law: string;
  readonly parameters: ValueRecord;
}

export interface InputCheck extends CheckBase {
  readonly kind: 'input';
}
export interface LeakCheck extends CheckBase {
  readonly kind: 'leak';
}
/** `cases` are pairs: a small one and a larger one that must take as many kernels. */
export interface KernelsCheck extends CheckBase {
  readonly kind: 'kernels';
}

export type Check = ReferenceCheck | GradientCheck | PropertyCheck | InputCheck | LeakCheck | KernelsCheck;

/**
 * How a result is held against the reference.
 * `standard`: the bounds of the tolerance table. `relative`: |a−b| ≤ bound·|b|, for scalars that are small by nature.
 * `absolute`: |a−b| ≤ bound·scale, where a usual right way loses digits that no relative bound could spare.
 * `upToConstant`: a case has several calls, and what is compared is each call's value less the first call's.
 */
export type Comparison =
  { readonly rule: 'standard' } | { readonly rule: 'upToConstant' } | { readonly rule: 'relative' | 'absolute'; readonly bound: number };

/** Languages that reports and hints are written in. */
export type Language = 'en' | 'zh';

/** Three hints, from where to look, over the idea, to the mistake's name. */
export type Hints = readonly [locate: string, concept: string, name: string];

export interface HintTranslations {
  readonly zh: Hints;
}

export interface KnownMistake {
  readonly id: string;
  readonly hints: Hints;
  /** The same hints in languages other than English. */
  readonly translations?: HintTranslations | undefined;
  /** The exercise whose mistake shows through, where it is not this one's own. */
  readonly carriedFrom: string | undefined;
  /** What it returns on each case, by case id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Where answers are free (a random order, say), it is told by these checks instead: they fail, and no others do. */
  readonly fails?: readonly string[] | undefined;
  /** Where what fails could have many reasons: a law that holds for this one. Other checks may then fail too. */
  readonly holds?: MistakeSign | undefined;
}

/** What a mistake is known by, though it breaks other laws. */
export interface MistakeSign {
  readonly law: string;
  readonly parameters: ValueRecord;
}

// ---------------------------------------------------------------- sandbox

/** One thing to ask of a submission's function. */
export type Evaluation =
  | { readonly kind: 'calls'; readonly calls: readonly (readonly Value[])[]; readonly apply?: readonly (readonly Value[])[] | undefined }
  | {
      readonly kind: 'differences';
      readonly arguments: readonly Value[];
      readonly field: string;
      readonly shifts: Shifts;
    };

/**
 * Many shifted copies of one tensor argument.
 * `elements`: (E, 2) rows of [element, new value]. `directions`: (E, 2) rows of [direction seed, signed step].
 */
export interface Shifts {
  readonly argument: number;
  readonly by: 'elements' | 'directions';
  readonly rows: Float64Array;
}

/** What came of an evaluation. */
export type Outcome =
  | { readonly status: 'returned'; readonly values: readonly Value[]; readonly observed: Observation }
  | { readonly status: 'threw'; readonly error: ThrownError }
  /** `of` tells whose limit it was, if not the exercise's own. */
  | { readonly status: 'timeout'; readonly seconds: number; readonly of?: 'submission' }
  | { readonly status: 'memory' }
  | { readonly status: 'crashed'; readonly detail: string };

export interface ThrownError {
  readonly name: string;
  readonly message: string;
  /** `exercise` of a NotImplementedError. */
  readonly exercise: string | undefined;
  /** As thrown, cut to a few kilobytes; never shown as it is. */
  readonly stack: string;
  /** Place in the student's own source, where it could be found. */
  readonly place: SourcePlace | undefined;
}

export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Side effects of the calls of one evaluation. */
export interface Observation {
  /** Tensors that stayed allocated beyond what was returned. */
  readonly leakedTensors: number;
  /** Kernels that ran. */
  readonly kernels: number;
  /** Arguments by path, index first (`2.m`), whose values changed, that were disposed, or that came back as the result. */
  readonly changedInputs: readonly string[];
  readonly disposedInputs: readonly string[];
  readonly returnedInputs: readonly string[];
  readonly callbackCalls: readonly CallbackCall[];
}

/** One call of a function argument; one that throws is not recorded. */
export interface CallbackCall {
  readonly name: string;
  readonly arguments: readonly Value[];
  readonly result: Value;
}

/** What a submission's process said of one exercise: the outcome of each evaluation, by its id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

// ---------------------------------------------------------------- checks

/** Verdict of a gradient check, by the bands of the course. */
export type GradientVerdict = 'perfect' | 'acceptable' | 'suspicious' | 'wrong';

export interface CheckResult {
  readonly check: Check;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Case that the message speaks of: the smallest that failed. */
  readonly failingCase: Case | undefined;
  readonly relativeError: number | undefined;
  /** The pass limit. */
  readonly threshold: number | undefined;
  readonly verdict: GradientVerdict | undefined;
  readonly finding: Finding | undefined;
  /** Labels of special cases that a failed reference check gets right. */
  readonly rightWhere?: readonly string[];
  /** What was returned in the public cases that a reference check fails: what pictures are drawn of. */
  readonly wrongAnswers?: readonly WrongAnswer[];
}

/** What a submission returned in a case where it should have returned something else. */
export interface WrongAnswer {
  readonly case: Case;
  /** The whole result of each call. */
  readonly returned: readonly Value[];
  readonly finding: Finding;
}

/** What was found, as data; `report/texts` turns it into words. */
export type Finding =
  | { readonly id: 'throws'; readonly error: ThrownError }
  | { readonly id: 'needs-neighbour'; readonly neighbour: string }
  | { readonly id: 'stopped'; readonly outcome: Outcome }
  | { readonly id: 'not-a-tensor'; readonly path: string; readonly got: string }
  | { readonly id: 'not-a-number'; readonly path: string; readonly got: string }
  | { readonly id: 'missing-field'; readonly path: string; readonly fields: readonly string[] }
  | { readonly id: 'not-a-record'; readonly expectedFields: readonly string[]; readonly got: string }
  | { readonly id: 'wrong-kind'; readonly path: string; readonly expected: string; readonly got: string }
  | { readonly id: 'wrong-shape'; readonly path: string; readonly expected: readonly number[]; readonly got: readonly number[] }
  | { readonly id: 'empty'; readonly path: string; readonly expected: readonly number[]; readonly got: readonly number[] }
  | { readonly id: 'wrong-length'; readonly path: string; readonly expected: number; readonly got: number }
  | { readonly id: 'wrong-dtype'; readonly path: string; readonly expected: string; readonly got: string }
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
  | {
      readonly id: 'gradient-differs';
      readonly path: string;
      readonly numerical: number;
      readonly analytic: number;
      readonly at: GradientPlace;
      readonly relativeError: number;
      readonly part: GradientCheck['part'];
      readonly leftOut: number;
      readonly compared: number;
    }
  | {
      readonly id: 'gradient-passes';
      readonly relativeError: number;
      readonly verdict: GradientVerdict;
      readonly leftOut: number;
      readonly compared: number;
    }
  | { readonly id: 'gradient-undecided'; readonly leftOut: number; readonly total: number }
  | {
      readonly id: 'law-broken';
      readonly law: string;
      readonly parameters: ValueRecord;
      readonly expected: number;
      readonly got: number;
      readonly where: string;
      /** What kept the numbers from being compared; they are NaN then. */
      readonly because?: Finding;
    }
  | { readonly id: 'input-changed' | 'input-disposed' | 'input-returned'; readonly inputs: readonly string[] }
  | { readonly id: 'leaks'; readonly tensors: number }
  | { readonly id: 'kernels-grow'; readonly small: number; readonly large: number }
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
  readonly translations?: HintTranslations | undefined;
  readonly carriedFrom: string | undefined;
}

export type ExerciseStatus = 'passed' | 'failed' | 'todo' | 'error' | 'timeout' | 'memory' | 'forbidden' | 'crashed' | 'infrastructure';

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
      readonly call: string;
      readonly place: SourcePlace | undefined;
      readonly through: readonly string[];
    }
  | { readonly status: 'too-long'; readonly bytes: number; readonly mostBytes: number }
  | { readonly status: 'stopped'; readonly outcome: Outcome }
  | { readonly status: 'file'; readonly problem: FileProblem }
  /** Our own failure; `detail` is for staff. */
  | { readonly status: 'infrastructure'; readonly detail: string };

// ---------------------------------------------------------------- submission

/** Why an assignment's file could not be graded. */
export type FileProblem =
  | { readonly status: 'missing'; readonly file: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly status: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly status: 'does-not-compile'; readonly message: string; readonly place: SourcePlace | undefined }
  | { readonly status: 'does-not-load'; readonly error: ThrownError };

// ---------------------------------------------------------------- score

export interface AssignmentResult {
  readonly assignment: Assignment;
  readonly status: 'graded' | 'missing' | 'unreadable' | 'infrastructure';
  readonly problem: FileProblem | undefined;
  readonly exercises: readonly ExerciseResult[];
}
