import type { Tfjs } from '../../../precision';
import type { Computation, ComputationResult, StudentFunctions } from './Computation';

/** Runs a computation in this process. Errors of a student's function are results. */
export function runComputation<Parameters, Result>(
  computation: Computation<Parameters, Result>,
  student: StudentFunctions,
  tf: Tfjs,
  parameters: Parameters,
): ComputationResult<Result> {
  try {
    return { status: 'ok', value: computation.run(student, tf, parameters) };
  } catch (error) {
    const { name, message, exercise } = Object(error) as Readonly<Record<string, unknown>>;
    if (name === 'NotImplementedError') return { status: 'todo', exercise: String(exercise) };
    return { status: 'error', message: typeof message === 'string' ? message : String(error) };
  }
}
