import type { Value } from './values';

/** One request to a submission's function. */
export type Evaluation =
  | {
      readonly kind: 'calls';
      readonly calls: readonly (readonly Value[])[];
      readonly apply?: readonly (readonly Value[])[] | undefined;
      /**
       * Limit on the cost of reading the results and the calls of callbacks, see `costOf`. No correct answer reaches
       * it.
       */
      readonly maxCost?: number | undefined;
    }
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

/** The result of an evaluation. */
export type Outcome =
  | { readonly status: 'returned'; readonly values: readonly Value[]; readonly observed: Observation }
  | { readonly status: 'threw'; readonly error: ThrownError }
  /** `of` names whose limit it was, if not the exercise's own. */
  | { readonly status: 'timeout'; readonly seconds: number; readonly of?: 'submission' | 'judging' }
  | { readonly status: 'memory' }
  | { readonly status: 'crashed'; readonly detail: string };

export interface ThrownError {
  readonly name: string;
  readonly message: string;
  /** `exercise` of a NotImplementedError. */
  readonly exercise: string | undefined;
  /** As thrown, cut to a few kilobytes; never shown unprocessed. */
  readonly stack: string;
  /** Place in the student's own source, if it was found. */
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
  /** Kernels that ran, plus numbers that were read out of tensors. */
  readonly kernels: number;
  /**
   * Arguments, as paths that start with the index (`2.m`), whose values changed, that were disposed, or that were
   * returned as the result.
   */
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
