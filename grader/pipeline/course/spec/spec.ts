import type { Ban, MistakeSign } from '../../types';
import type { Value, ValueRecord } from '../../../execution/values';
import type { CheckSpec } from '../../checks/kinds';
import { answersName } from '../../words/answersName';
import type { AssignmentWords } from '../words';
import type { Random } from './random';

/** Any exercise's function. Arguments are `never` so that every signature fits. */
// A function type that every signature is assignable to, and whose mistakes can be typed like it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing narrower is
export type ExerciseFunction = (...args: any[]) => unknown;

/** Arguments of one call by parameter name. */
export type Inputs = ValueRecord;

/** One assignment as its author writes it: the default export of `solutions/ID/spec.ts`. */
export interface AuthoredAssignment {
  readonly id: string;
  readonly title: string;
  /** The file that students edit, `losses.ts`; `answers.yaml` where there are questions alone. */
  readonly file: string;
  /** Optional assignments are shown beside the maximum, not inside. */
  readonly optional?: boolean;
  readonly exercises: readonly ExerciseSpec[];
}

/** The whole: what its author wrote as code, and what stands beside it as words. */
export interface AssignmentSpec extends AuthoredAssignment, AssignmentWords {}

/** One exercise as its author writes it. */
export interface ExerciseSpec<F extends ExerciseFunction = ExerciseFunction> {
  readonly name: string;
  /**
   * What it was called when it was released before, the oldest first. Work under such a name is graded, and decisions
   * about it follow; random cases stay what they were.
   */
  readonly formerNames?: readonly string[];
  /** Names of the parameters, in order. */
  readonly arguments: readonly string[];
  /** The solution's own function. */
  readonly reference: F;
  /** It returns a promise, as an `async` function does, and so may what students write: whatever comes back is awaited. */
  readonly async?: true;
  /** Points of all checks together; 10 unless said otherwise. */
  readonly points?: number;
  /** The first is public and can be done by hand: at most six short numbers. */
  readonly cases: readonly CaseSpec[];
  readonly checks: readonly CheckSpec[];
  readonly mistakes: readonly MistakeSpec<F>[];
  /**
   * Neighbours of the file that a submission may build this exercise on: how it looks when the neighbour is replaced.
   * Each of the neighbour's mistakes then becomes a carried one of this exercise.
   */
  readonly buildsOn?: Readonly<Record<string, (neighbour: ExerciseFunction) => F>>;
  /** Right solutions written differently from the reference; at least two. */
  readonly alternatives: Readonly<Record<string, F>>;
  /** Independent computations of (some of) the same outputs, by tfjs's own losses, autodiff, optimizers. */
  readonly witnesses: readonly WitnessSpec<F>[];
  readonly forbidden: readonly Ban[];
  /** Why no call is off limits, where `forbidden` is empty. */
  readonly unrestricted?: string;
  /** Seconds that a submission may compute on all of its cases, if not as many as on others. */
  readonly seconds?: number;
  /** How large a submission may be, compiled. */
  readonly maxBytes?: number;
  /**
   * Why it can't be proven like others, where each run takes seconds: then it is proven on one seed, and without
   * mutants.
   */
  readonly costly?: string;
}

/** A wrong version of the exercise. `make` is called again for each run, so that it may keep state. */
export interface MistakeSpec<F extends ExerciseFunction = ExerciseFunction> {
  readonly id: string;
  readonly make: () => F;
  /**
   * Where answers are free: the checks, by the last part of their ids, that fail for it, and no others. Without it a
   * mistake is recognised by what it returns.
   */
  readonly fails?: readonly string[];
  /** Where what fails could have many reasons: a law that holds for this one. Other checks may then fail too. */
  readonly holds?: MistakeSign;
}

export interface WitnessSpec<F extends ExerciseFunction = ExerciseFunction> {
  /** What computes: `tf.losses.softmaxCrossEntropy and tf.grad`. */
  readonly name: string;
  /** Returns what the exercise returns, or a record with only those fields that it can compute. */
  readonly compute: (...args: Parameters<F>) => unknown;
  /** Ids of the cases that it holds for (away from kinks, say); all when left out. */
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
  /** Arguments of each call of the function that is returned, where one is. */
  readonly apply: ((random: Random) => ArgumentLists) | undefined;
  /** What is right, where it is not the reference that knows, by what the returned function is asked. */
  readonly expected: ((asked: ArgumentLists) => Value) | undefined;
  /** Runs only in the checks that name it. */
  readonly reserved: boolean;
  /** The case is about small numbers: no tolerance of at least 1e-12. */
  readonly small: boolean;
}

export interface CaseOptions {
  /** What is special, in words that complete "where …". */
  readonly label?: string;
  /** Where a function is returned: the arguments of each call of it. Its results are what is checked. */
  readonly apply?: ArgumentLists | ((random: Random) => ArgumentLists);
  /**
   * What is right, by what the returned function is asked, where the truth is known and the reference merely comes near
   * it. Undefined: what the reference returns.
   */
  readonly expected?: (asked: ArgumentLists) => Value;
  readonly reserved?: boolean;
  readonly small?: boolean;
}

export type ArgumentLists = readonly (readonly Value[])[];

/** A case whose numbers are written down. It is public. */
export function fixedCase(id: string, inputs: Inputs | readonly Inputs[], options: CaseOptions = {}): CaseSpec {
  const calls: readonly Inputs[] = isList(inputs) ? inputs : [inputs];
  return { id, visibility: 'public', copies: { public: 1, hidden: 0 }, calls: () => calls, ...resolve(options) };
}

/** Copies of a case that only the hidden seed draws, beside written ones that show the same to students. */
export const hiddenOnly = { public: 0, hidden: 2 } as const;

/** A case drawn from random numbers: public copies from the course's seed, hidden ones from the hidden seed. */
export function randomCase(
  id: string,
  draw: (random: Random) => Inputs | readonly Inputs[],
  options: CaseOptions & { readonly copies?: { readonly public: number; readonly hidden: number } } = {},
): CaseSpec {
  const { copies = { public: 1, hidden: 2 } } = options;
  const visibility = copies.public === 0 ? 'hidden' : copies.hidden === 0 ? 'public' : 'both';
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

/** What is due of a spec by what its reference returns. */
type AsyncAs<F extends ExerciseFunction> = ReturnType<F> extends Promise<unknown> ? { readonly async: true } : unknown;

/** Types an exercise's spec by its reference. */
export function defineExercise<F extends ExerciseFunction>(spec: ExerciseSpec<F> & AsyncAs<F>): ExerciseSpec {
  return spec;
}

/** Of questions alone, in `questions.yaml`: no code is asked for. */
type QuestionsAlone = Omit<AuthoredAssignment, 'file' | 'exercises'> & {
  readonly file?: undefined;
  readonly exercises?: undefined;
};

/** Types an assignment's spec. */
export function defineAssignment(spec: AuthoredAssignment | QuestionsAlone): AuthoredAssignment {
  return spec.file === undefined ? { ...spec, file: answersName, exercises: [] } : spec;
}
