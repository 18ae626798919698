import type { Computation } from './Computation';
import { descentPath } from './descentPath';

export { defineComputation } from './Computation';
export type { Computation, ComputationResult, StudentFunctions } from './Computation';

/** All that the worker can be asked for. Their parameters and results are plain data; each knows its own type. */
export const computations: readonly Computation<never, unknown>[] = [descentPath];
