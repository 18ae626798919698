import type { Tfjs } from '../../../precision';

/** What a student's files export, by assignment: `student['06-optimizers'].adamStep`. A missing file is absent. */
export type StudentFunctions = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * A computation with the student's functions, in a worker: a pure function from plain data to plain data. It rethrows
 * errors of a student's function, including NotImplementedError.
 */
export interface Computation<Parameters, Result> {
  readonly id: string;
  readonly run: (student: StudentFunctions, tf: Tfjs, parameters: Parameters) => Result;
}

/** How a computation ended. */
export type ComputationResult<Result> =
  | { readonly status: 'ok'; readonly value: Result }
  /** A function that is not implemented yet was called. */
  | { readonly status: 'todo'; readonly exercise: string }
  | { readonly status: 'error'; readonly message: string; readonly line?: number | undefined }
  /** The function `exercise` hung, and was stopped. */
  | { readonly status: 'timeout'; readonly seconds: number; readonly exercise?: string | undefined };

/** A function of the student's file for an assignment. @throws NotImplementedError if there is no such function */
export type OwnFunction = <Type>(assignment: string, name: string) => Type;

/** All tensors created while it runs are disposed at the end; the result contains none. */
export function defineComputation<Parameters, Result>(
  id: string,
  run: (own: OwnFunction, tf: Tfjs, parameters: Parameters) => Result,
): Computation<Parameters, Result> {
  return {
    id,
    run: (student, tf, parameters) => {
      tf.engine().startScope();
      try {
        return run(ownFunctionOf(student), tf, parameters);
      } finally {
        tf.engine().endScope();
      }
    },
  };
}

function ownFunctionOf(student: StudentFunctions): OwnFunction {
  return <Type>(assignment: string, name: string): Type => {
    const found = student[assignment]?.[name];
    if (typeof found === 'function') return found as Type;
    const error = new Error(`${name} is not exported by the file of ${assignment}.`);
    throw Object.assign(error, { name: 'NotImplementedError', exercise: name });
  };
}
