import type { Ban, MistakeSign } from '../../types';
import type { Value, ValueRecord } from '../../../execution/values';
import type { CheckSpec } from '../../checks/kinds';
import { answersName } from '../../words/answersName';
import type { AssignmentWords } from '../words';
import type { Random } from './random';

/** Any exercise's function. Its arguments are untyped so that every signature fits. */
// A function type that every signature is assignable to, and whose mistakes can be typed like it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing narrower is
export type ExerciseFunction = (...args: any[]) => unknown;

/** Arguments of one call by parameter name. */
export type Inputs = ValueRecord;

/** One assignment as its author writes it: the default export of `solutions/ID/spec.ts`. */
export interface AuthoredAssignment {
  readonly id: string;
  readonly title: string;
  /** The file that students edit, `losses.ts`; `answers.yaml` if there are only questions. */
  readonly file: string;
  /** Points of optional assignments are shown next to the maximum, not included in it. */
  readonly optional?: boolean;
  readonly exercises: readonly ExerciseSpec[];
}

/** An assignment's spec together with its texts. */
export interface AssignmentSpec extends AuthoredAssignment, AssignmentWords {}

/** One exercise as its author writes it. */
export interface ExerciseSpec<F extends ExerciseFunction = ExerciseFunction> {
  readonly name: string;
  /**
   * Names under which it was released before, oldest first. Submissions with such a name are graded, decisions about it
   * carry over, and random cases stay the same.
   */
  readonly formerNames?: readonly string[];
  /** Names of the parameters, in order. */
  readonly arguments: readonly string[];
  /** The solution's own function. */
  readonly reference: F;
  /** Where in the author's files an error of its code was thrown, by its stack. Set when the spec is loaded. */
  readonly placeOf?: (stack: string) => string | undefined;
  /** It returns a promise, as an `async` function does; students' versions can too, and their results are awaited. */
  readonly async?: true;
  /** Points of all checks together; 10 by default. */
  readonly points?: number;
  /** The first is public and can be computed by hand: at most six short numbers. */
  readonly cases: readonly CaseSpec[];
  readonly checks: readonly CheckSpec[];
  readonly mistakes: readonly MistakeSpec<F>[];
  /**
   * Neighbours in the file that a submission may call from this exercise: builds the exercise with the neighbour
   * replaced. Each of the neighbour's mistakes then becomes a carried one of this exercise.
   */
  readonly buildsOn?: Readonly<Record<string, (neighbour: ExerciseFunction) => F>>;
  /** Correct solutions written differently from the reference; at least two. */
  readonly alternatives: Readonly<Record<string, F>>;
  /** Independent computations of (some of) the same outputs, by tfjs's own losses, autodiff, optimizers. */
  readonly witnesses: readonly WitnessSpec<F>[];
  readonly forbidden: readonly Ban[];
  /** Why no call is off limits, if `forbidden` is empty. */
  readonly unrestricted?: string;
  /** Seconds that a submission may compute on all of its cases, if different from the default. */
  readonly seconds?: number;
  /** The maximum size of a compiled submission. */
  readonly maxBytes?: number;
  /** Why each run takes seconds: the exercise is then proven on one seed and without mutants. */
  readonly costly?: string;
}

/** A wrong version of the exercise. `make` is called for each run, so it can have state. */
export interface MistakeSpec<F extends ExerciseFunction = ExerciseFunction> {
  readonly id: string;
  readonly make: () => F;
  /**
   * If answers are free: exactly the checks that fail for it, by the last part of their ids. Without it a mistake is
   * recognised by what it returns.
   */
  readonly fails?: readonly string[];
  /** If these failures could have many reasons: a law that holds for this mistake. Other checks may then fail too. */
  readonly holds?: MistakeSign;
}

export interface WitnessSpec<F extends ExerciseFunction = ExerciseFunction> {
  /** What it computes with: `tf.losses.softmaxCrossEntropy and tf.grad`. */
  readonly name: string;
  /** Returns what the exercise returns, or a record with only the fields that it can compute. */
  readonly compute: (...args: Parameters<F>) => unknown;
  /** Ids of the cases that it is valid for (away from kinks, say); all by default. */
  readonly on?: readonly string[];
}

/** One family of cases: a fixed one, or copies drawn from random numbers. */
export interface CaseSpec {
  readonly id: string;
  readonly visibility: 'public' | 'hidden' | 'both';
  readonly copies: { readonly public: number; readonly hidden: number };
  /** Inputs of each call in order; nearly always one. */
  readonly calls: (random: Random) => readonly Inputs[];
  readonly label: string | undefined;
  /** If a function is returned: the arguments of each call to it. */
  readonly apply: ((random: Random) => ArgumentLists) | undefined;
  /** The correct results of the returned function for these arguments, if not the reference's. */
  readonly expected: ((asked: ArgumentLists) => Value) | undefined;
  /** Runs only in the checks that name it. */
  readonly reserved: boolean;
  /** The case is about small numbers: no absolute tolerance of at least 1e-12. */
  readonly small: boolean;
}

export interface CaseOptions {
  /** What is special, in words that complete "where …". */
  readonly label?: string;
  /** If a function is returned: the arguments of each call to it. Its results are checked. */
  readonly apply?: ArgumentLists | ((random: Random) => ArgumentLists);
  /**
   * The correct results of the returned function for these arguments, if the truth is known and the reference only
   * approximates it. Undefined: what the reference returns.
   */
  readonly expected?: (asked: ArgumentLists) => Value;
  readonly reserved?: boolean;
  readonly small?: boolean;
}

export type ArgumentLists = readonly (readonly Value[])[];

/** A case with fixed numbers. It is public. */
export function fixedCase(id: string, inputs: Inputs | readonly Inputs[], options: CaseOptions = {}): CaseSpec {
  const calls: readonly Inputs[] = isList(inputs) ? inputs : [inputs];
  return { id, visibility: 'public', copies: { public: 1, hidden: 0 }, calls: () => calls, ...resolve(options) };
}

/** Copies that only the hidden seed draws, next to fixed ones that show students the same kind. */
export const hiddenOnly = { public: 0, hidden: 2 } as const;

/** A case drawn from random numbers: public copies from the course's seed, hidden ones from the hidden seed. */
export function randomCase(
  id: string,
  draw: (random: Random) => Inputs | readonly Inputs[],
  options: CaseOptions & { readonly copies?: { readonly public: number; readonly hidden: number } } = {},
): CaseSpec {
  const { copies = { public: 1, hidden: 2 } } = options;
  const visibility = copies.public === 0 ? 'hidden' : copies.hidden === 0 ? 'public' : 'both';
  // A spec that was not type-checked can give the inputs themselves.
  if (typeof draw !== 'function') throw new Error('randomCase takes a function of random that returns the arguments');
  const calls = (random: Random): readonly Inputs[] => {
    const drawn = draw(random);
    return isList(drawn) ? drawn : [drawn];
  };
  return { id, visibility, copies, calls, ...resolve(options) };
}

function isList(inputs: Inputs | readonly Inputs[]): inputs is readonly Inputs[] {
  return Array.isArray(inputs);
}

function resolve(options: CaseOptions): Pick<CaseSpec, 'label' | 'apply' | 'expected' | 'reserved' | 'small'> {
  const { label, apply, expected, reserved = false, small = false } = options;
  const lists = typeof apply === 'object' ? (): ArgumentLists => apply : apply;
  return { label, apply: lists, expected, reserved, small };
}

/** What a spec must declare, depending on its reference's return type. */
type AsyncAs<F extends ExerciseFunction> = ReturnType<F> extends Promise<unknown> ? { readonly async: true } : unknown;

/** Types an exercise's spec by its reference. */
export function defineExercise<F extends ExerciseFunction>(spec: ExerciseSpec<F> & AsyncAs<F>): ExerciseSpec {
  return spec;
}

/** An assignment with only questions, in `questions.yaml`, and no code. */
type QuestionsAlone = Omit<AuthoredAssignment, 'file' | 'exercises'> & {
  readonly file?: undefined;
  readonly exercises?: undefined;
};

/** Types an assignment's spec. */
export function defineAssignment(spec: AuthoredAssignment | QuestionsAlone): AuthoredAssignment {
  return spec.file === undefined ? { ...spec, file: answersName, exercises: [] } : spec;
}
