import type { Tfjs } from '../../../precision';

/** What a student's files export, by assignment: `student['06-optimizers'].adamStep`. A file that is missing is absent. */
export type StudentFunctions = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * Something that is computed with the student's functions, in a worker: a pure function from plain data to plain data.
 * It throws what a student's function throws, a NotImplementedError included.
 */
export interface Computation<Parameters, Result> {
  readonly id: string;
  readonly run: (student: StudentFunctions, tf: Tfjs, parameters: Parameters) => Result;
}

/** How a computation ended. */
export type ComputationResult<Result> =
  | { readonly status: 'ok'; readonly value: Result }
  /** A function that is still to do was called. */
  | { readonly status: 'todo'; readonly exercise: string }
  | { readonly status: 'error'; readonly message: string; readonly line?: number | undefined }
  /** A function that never ended, `exercise`, was stopped. */
  | { readonly status: 'timeout'; readonly seconds: number; readonly exercise?: string | undefined };

/** Whatever tensors are made while it runs are disposed at its end; what it returns holds none. */
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
