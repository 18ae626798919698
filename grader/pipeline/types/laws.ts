import type { z } from 'zod';
import type { Value, ValueRecord } from '../../execution/values';
import type { CommonFinding } from './findings';
import type { Words } from './languages';
import type { CallbackCall } from './sandbox';

/** The input of a law: one case, and what the function returned on it and on the law's companions. */
export interface LawContext<Parameters = ValueRecord> {
  /** Arguments by parameter name. */
  readonly inputs: ValueRecord;
  readonly parameters: Parameters;
  readonly result: Value;
  /** The correct result, or the reference's. */
  readonly expected: Value;
  readonly companions: readonly Value[];
  /** Calls to the function arguments, in order: on the case, and on each companion. */
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
  /** Why the numbers could not be compared; they are NaN then. */
  readonly because?: CommonFinding;
}

/** A property of every correct answer, whatever its values. */
export interface Law<Name extends string = string, Parameters extends ValueRecord = ValueRecord> {
  readonly name: Name;
  readonly parameters: z.ZodType<Parameters>;
  /** The law as a sentence: "each row sums to 1". */
  readonly says: Sentences<Parameters>;
  /**
   * Further inputs to call the function with, derived from a case's.
   *
   * @param random - numbers in [0, 1), the same for the same case
   */
  companions(inputs: ValueRecord, parameters: Parameters, random: () => number): readonly ValueRecord[];
  /** @returns undefined if the law holds. Never throws, for any values. */
  violation(context: LawContext<Parameters>): Violation | undefined;
  /** Whether it holds on all cases together, if a single one says too little; used to identify mistakes. */
  throughout?(contexts: readonly LawContext[]): boolean;
}

interface Sentences<Parameters> {
  en(parameters: Parameters): string;
  zh(parameters: Parameters): string;
}
