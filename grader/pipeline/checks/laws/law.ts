import { z } from 'zod';
import type { CallbackCall, CommonFinding, Words } from '../../types';
import type { Value, ValueRecord } from '../../../execution/values';

/** What a law looks at: one case, what the function returned on it, and on the companions that the law asked for. */
export interface LawContext<Parameters = ValueRecord> {
  /** Arguments by parameter name. */
  readonly inputs: ValueRecord;
  readonly parameters: Parameters;
  readonly result: Value;
  /** What is right, or what the reference returned where no one knows better. */
  readonly expected: Value;
  readonly companions: readonly Value[];
  /** Calls that the function made of its function arguments, in their order: on the case, and on each companion. */
  readonly callbackCalls: readonly CallbackCall[];
  readonly companionCalls: readonly (readonly CallbackCall[])[];
  /** Magnitude that absolute tolerances are multiplied with; undefined in a case about small numbers. */
  readonly scale: number | undefined;
}

/** How a law is broken. `where` is the place, such as `row 2` or `loss`. */
export interface Violation {
  readonly where: Words;
  readonly expected: number;
  readonly got: number;
  /** What kept the numbers from being compared at all; they are NaN then. */
  readonly because?: CommonFinding;
}

/** A property that every right answer has, whatever its values. */
export interface Law<Name extends string = string, Parameters extends ValueRecord = ValueRecord> {
  readonly name: Name;
  readonly parameters: z.ZodType<Parameters>;
  /** The law as a sentence: "each row sums to 1". */
  readonly says: Sentences<Parameters>;
  /**
   * Further inputs that the function is to be called with, made from a case's own.
   *
   * @param random - numbers in [0, 1), the same for the same case
   */
  companions(inputs: ValueRecord, parameters: Parameters, random: () => number): readonly ValueRecord[];
  /** @returns undefined where the law holds. Never throws, whatever the values are. */
  violation(context: LawContext<Parameters>): Violation | undefined;
  /** Whether it holds on all cases together, where each alone says too little: for what a mistake is known by. */
  throughout?(contexts: readonly LawContext[]): boolean;
}

interface Sentences<Parameters> {
  en(parameters: Parameters): string;
  zh(parameters: Parameters): string;
}

/** What a law's author may leave out. */
type Defaults<Parameters extends ValueRecord> = Partial<Pick<Law<string, Parameters>, 'parameters' | 'companions'>>;

/** A law without parameters that looks at a single result, unless it says otherwise. */
export function defineLaw<const Name extends string, Parameters extends ValueRecord = Record<string, never>>(
  law: Omit<Law<Name, Parameters>, keyof Defaults<Parameters>> & Defaults<Parameters>,
): Law<Name, Parameters> {
  // Without a schema the type parameter has its default, which this one fits.
  const {
    parameters = noParameters as unknown as z.ZodType<Parameters>,
    companions = (): readonly ValueRecord[] => [],
  } = law;
  return { ...law, parameters, companions };
}

const noParameters = z.strictObject({});

/** The law of this name. @throws if there is none */
export function lawNamed<L extends Law>(laws: readonly L[], name: string): L {
  const law = laws.find((one) => one.name === name);
  if (law === undefined)
    throw new Error(`there is no law named ${name}; known: ${laws.map((one) => one.name).join(', ')}`);
  return law;
}

/** @throws if a law is given parameters that it does not take */
export function checkLawParameters({ name, parameters }: Law, given: ValueRecord): void {
  const { error } = parameters.safeParse(given);
  const [issue] = error?.issues ?? [];
  if (issue !== undefined)
    throw new Error(`the law ${name} does not take these parameters: ${[...issue.path, issue.message].join(': ')}`);
}
