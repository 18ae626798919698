import type { Ban } from '../../execution/guard';
import type { Value, ValueRecord } from '../../execution/values';
import type { Check } from './checkKinds';
import type { Hints, Translated } from './languages';
import type { Law } from './laws';
import type { Question } from './questions';
import type { Evaluation, Outcome } from './sandbox';

/** Where a case comes from: released with the assignment, or drawn from the hidden seed. */
export type Visibility = 'public' | 'hidden';

/** `public`: public cases alone were run. `full`: hidden ones too. */
export type Scope = 'public' | 'full';

/**
 * An assignment as data. In a file, laws, callbacks and the course's own data stand by their names; here they are what
 * is named.
 */
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
  /** Loads how its functions are built on one another; undefined in a student's copy. */
  readonly loadCompositions?: (() => Promise<Compositions>) | undefined;
}

/** What the references of an assignment come to. */
export interface Compositions {
  /** By exercise, then by the neighbour that it is built on. */
  readonly onNeighbours: ReadonlyMap<string, ReadonlyMap<string, Composition>>;
  readonly references: ReadonlyMap<string, Reference>;
}

/** What is right, for any arguments. */
export type Reference = (evaluation: Evaluation) => Outcome;

/**
 * What the reference of an exercise comes to where a neighbour's answers take the place of the right ones; undefined
 * where an answer is not known, or nothing can be built on it.
 */
export type Composition = (
  evaluation: Evaluation,
  answer: (inputs: readonly Value[]) => Outcome | undefined,
) => Outcome | undefined;

export interface Exercise {
  readonly name: string;
  /** What it was called in earlier releases, the oldest first; work under such a name is graded. */
  readonly formerNames?: readonly string[] | undefined;
  /** Names of the function's parameters, in order. */
  readonly arguments: readonly string[];
  readonly checks: readonly Check[];
  readonly cases: readonly Case[];
  readonly mistakes: readonly KnownMistake[];
  /** What it returns is awaited, for it may be a promise. */
  readonly async?: true | undefined;
  /** Library calls that are off limits in it. */
  readonly forbidden: readonly Ban[];
  /** The reference's losses; undefined in a student's copy. */
  readonly losses?: ShiftedLosses | undefined;
  /** Seconds that a submission may compute on all of its cases, if not as many as on others. */
  readonly seconds?: number | undefined;
  /** How large a submission may be, compiled; undefined where there is no limit of its own. */
  readonly maxBytes?: number | undefined;
  /** It is no function but a question, answered in `answers.yaml`: none of the submission's code runs for it. */
  readonly question?: Question | undefined;
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
  /**
   * Where the last call returns a function: the arguments of each call of that one, whose results then stand for it.
   */
  readonly apply?: readonly (readonly Value[])[] | undefined;
  /** What the reference returned. */
  readonly expected: Outcome;
  /**
   * Magnitude that absolute tolerances are multiplied with; undefined in a case about small numbers: each tensor's own.
   */
  readonly scale: number | undefined;
}

export interface KnownMistake {
  readonly id: string;
  readonly hints: Hints;
  /** The same hints in languages other than English. */
  readonly translations?: Translated<Hints> | undefined;
  /** The exercise whose mistake shows through, where it is not this one's own. */
  readonly carriedFrom: string | undefined;
  /** What it returns on each case, by case id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Its losses, where they are its own. */
  readonly losses?: ShiftedLosses | undefined;
  /** Where answers are free (a random order, say), it is recognised by these checks instead: they fail, and no others do. */
  readonly fails?: readonly string[] | undefined;
  /** What each of those checks then finds wrong, by its id: see `signatureOf`. */
  readonly shows?: Readonly<Record<string, string>> | undefined;
  /** Where what fails could have many reasons: a law that holds for this one. Other checks may then fail too. */
  readonly holds?: MistakeSign | undefined;
}

/** What a known function answers where its loss is differentiated; undefined where no one knows. */
export type ShiftedLosses = (id: string, evaluation: Evaluation) => Outcome | undefined;

/** What a mistake is known by, though it breaks other laws. */
export interface MistakeSign {
  readonly law: Law;
  readonly parameters: ValueRecord;
}
