import type { CallbackCall, Finding } from '../../types';
import type { Value, ValueRecord } from '../../../execution/values';

/** What a law looks at: one case, what the function returned on it, and on the companions that the law asked for. */
export interface LawContext {
  /** Arguments by parameter name. */
  readonly inputs: ValueRecord;
  readonly parameters: ValueRecord;
  readonly result: Value;
  /** What is right, or what the reference returned where nobody knows better. */
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
  readonly where: string;
  readonly expected: number;
  readonly got: number;
  /** What kept the numbers from being compared at all; they are NaN then. */
  readonly because?: Finding;
}

/** A property that every right answer has, whatever its values. */
export interface Law {
  /**
   * Further inputs that the function is to be called with, made from a case's own.
   *
   * @param random - numbers in [0, 1), the same for the same case
   */
  readonly companions: (inputs: ValueRecord, parameters: ValueRecord, random: () => number) => readonly ValueRecord[];
  /** @returns undefined where the law holds. Never throws, whatever the values are. */
  readonly violation: (context: LawContext) => Violation | undefined;
}

/** A parameter that is a name. @throws if the spec gives anything else */
export function textParameter(parameters: ValueRecord, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string') throw new Error(`the law's parameter ${name} must be text`);
  return value;
}

/** For laws about a single result. */
export const noCompanions = (): readonly ValueRecord[] => [];
