import type { ComputationResult } from '../../computations';

/** The computed value; undefined if there is nothing to draw. */
export function valueOf<Result>(result: ComputationResult<Result> | undefined): Result | undefined {
  return result?.status === 'ok' ? result.value : undefined;
}
