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

/** All tensors created while it runs are disposed at the end; the result contains none. */
export function defineComputation<Parameters, Result>(
  id: string,
  run: Computation<Parameters, Result>['run'],
): Computation<Parameters, Result> {
  return {
    id,
    run: (student, tf, parameters) => {
      tf.engine().startScope();
      try {
        return run(student, tf, parameters);
      } finally {
        tf.engine().endScope();
      }
    },
  };
}
