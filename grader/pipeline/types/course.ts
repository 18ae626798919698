import type { Ban } from '../../execution/guard';
import type { Value, ValueRecord } from '../../execution/values';
import type { Check } from './checkKinds';
import type { Hints, Translated } from './languages';
import type { Law } from './laws';
import type { Question } from './questions';
import type { Evaluation, KnownOutcomes, Outcome } from './sandbox';

/** The source of a case: released with the assignment, or drawn from the hidden seed. */
export type Visibility = 'public' | 'hidden';

/** `public`: only public cases were run. `full`: hidden ones too. */
export type Scope = 'public' | 'full';

/** An assignment as data. Files refer to laws, callbacks and the course's data by name; here the names are resolved. */
export interface Assignment {
  readonly id: string;
  readonly title: string;
  /** Name of the only file that a student edits, such as `losses.ts`. */
  readonly file: string;
  readonly optional: boolean;
  readonly scope: Scope;
  /** Changes whenever the checks do. */
  readonly specHash: string;
  readonly exercises: readonly Exercise[];
  /** Loads how its functions are built on one another; undefined in a student's copy. */
  readonly loadCompositions?: (() => Promise<Compositions>) | undefined;
}

/** The references of an assignment, also composed with neighbours. */
export interface Compositions {
  /** By exercise, then by the neighbour that it is built on. */
  readonly onNeighbours: ReadonlyMap<string, ReadonlyMap<string, Composition>>;
  readonly references: ReadonlyMap<string, Reference>;
}

/** Returns the correct outcome for any arguments. */
export type Reference = (evaluation: Evaluation) => Outcome;

/**
 * Returns the outcome of an exercise's reference when a neighbour's answers replace the correct ones; undefined if an
 * answer is unknown or unusable.
 */
export type Composition = (
  evaluation: Evaluation,
  answer: (inputs: readonly Value[]) => Outcome | undefined,
) => Outcome | undefined;

export interface Exercise {
  readonly name: string;
  /** Names in earlier releases, oldest first; submissions with such a name are graded. */
  readonly formerNames?: readonly string[] | undefined;
  /** Names of the function's parameters, in order. */
  readonly arguments: readonly string[];
  readonly checks: readonly Check[];
  readonly cases: readonly Case[];
  readonly mistakes: readonly KnownMistake[];
  /** Its result is awaited, since it can be a promise. */
  readonly async?: true | undefined;
  /** Library calls that are off limits in it. */
  readonly forbidden: readonly Ban[];
  /** The reference's losses; undefined in a student's copy. */
  readonly losses?: ShiftedLosses | undefined;
  /** Seconds that a submission may compute on all of its cases, if different from the default. */
  readonly seconds?: number | undefined;
  /** The maximum size of a compiled submission; undefined for no specific limit. */
  readonly maxBytes?: number | undefined;
  /** Set for a question, answered in `answers.yaml` instead of by code. */
  readonly question?: Question | undefined;
}

export type { Ban };

/** One input set, or a sequence of calls where later ones build on the previous result. */
export interface Case {
  readonly id: string;
  readonly visibility: Visibility;
  /** What is special about it, in words that complete "where …"; undefined for a plain case. */
  readonly label: string | undefined;
  /** The label in languages other than English. */
  readonly translations?: Translated<string> | undefined;
  /** Arguments of each call, in order. Nearly always one call. */
  readonly calls: readonly (readonly Value[])[];
  /** If the last call returns a function: the arguments of each call to that function, whose results replace it. */
  readonly apply?: readonly (readonly Value[])[] | undefined;
  /** What the reference returned. */
  readonly expected: Outcome;
  /**
   * Magnitude that absolute tolerances are multiplied with; undefined in a case about small numbers, where each
   * tensor's own is used.
   */
  readonly scale: number | undefined;
}

export interface KnownMistake {
  readonly id: string;
  readonly hints: Hints;
  /** The same hints in languages other than English. */
  readonly translations?: Translated<Hints> | undefined;
  /** The exercise whose mistake shows through, if not this one's own. */
  readonly carriedFrom: string | undefined;
  /** What it returns on each case, by case id. */
  readonly outcomes: KnownOutcomes;
  /** Its losses, if they differ from the reference's. */
  readonly losses?: ShiftedLosses | undefined;
  /** If answers are free (a random order, say), it is recognised by exactly these checks failing. */
  readonly fails?: readonly string[] | undefined;
  /** The signatures of what each of those checks finds, by id: see `signatureOf`. */
  readonly shows?: Readonly<Record<string, string>> | undefined;
  /** If these failures could have many reasons: a law that holds for this mistake. Other checks may then fail too. */
  readonly holds?: MistakeSign | undefined;
}

/** A known function's losses at shifted inputs; undefined if unknown. */
export type ShiftedLosses = (id: string, evaluation: Evaluation) => Outcome | undefined;

/** A law that identifies a mistake, although it breaks other laws. */
export interface MistakeSign {
  readonly law: Law;
  readonly parameters: ValueRecord;
}
