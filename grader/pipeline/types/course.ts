import type { Ban } from '../../execution/guard';
import type { Value, ValueRecord } from '../../execution/values';
import type { Law } from '../checks/laws/law';
import type { Outcome } from './sandbox';

/** Where a case comes from: released with the assignment, or drawn from the hidden seed. */
export type Visibility = 'public' | 'hidden';

/** `public`: public cases alone were run. `full`: hidden ones too. */
export type Scope = 'public' | 'full';

export type CheckKind = 'reference' | 'gradient' | 'property' | 'input' | 'leak' | 'kernels';

/** An assignment as data. In a file, laws, callbacks and the course's own data stand by their names; here they are what is named. */
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
  /** Library calls that are off limits in it. */
  readonly forbidden: readonly Ban[];
  /** Seconds that a submission may compute on all of its cases, if not as many as on others. */
  readonly seconds?: number | undefined;
  /** How large a submission may be, compiled; undefined where there is no limit of its own. */
  readonly mostBytes?: number | undefined;
}

export type { Ban };

/** One input set, or a run of calls where later ones build on the result of the one before. */
export interface Case {
  readonly id: string;
  readonly visibility: Visibility;
  /** What is special about it, in words that complete "where …"; undefined for a plain case. */
  readonly label: string | undefined;
  /** The label in languages other than English. */
  readonly translations?: Translated<string> | undefined;
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
  /** For a check on chosen cases: what its own id says that it is about, in languages other than English. */
  readonly translations?: Translated<string> | undefined;
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

/** A law that any right answer obeys. */
export interface PropertyCheck extends CheckBase {
  readonly kind: 'property';
  readonly law: Law;
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

/** The same in every language. */
export type Words = Readonly<Record<Language, string>>;

/** Three hints, from where to look, over the idea, to the mistake's name. */
export type Hints = readonly [locate: string, concept: string, name: string];

/** What is written in English, in the other languages. */
export type Translated<T> = Readonly<Record<Exclude<Language, 'en'>, T>>;

export interface KnownMistake {
  readonly id: string;
  readonly hints: Hints;
  /** The same hints in languages other than English. */
  readonly translations?: Translated<Hints> | undefined;
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
  readonly law: Law;
  readonly parameters: ValueRecord;
}
