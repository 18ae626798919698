import type { z } from 'zod';
import type { Value, ValueRecord } from '../../execution/values';
import type { CommonFinding } from './findings';
import type { Words } from './languages';
import type { CallbackCall } from './sandbox';

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
