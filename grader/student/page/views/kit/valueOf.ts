import type { ComputationResult } from '../../computations';

/** What was computed; undefined where there is nothing to draw. */
export function valueOf<Result>(result: ComputationResult<Result> | undefined): Result | undefined {
  return result?.status === 'ok' ? result.value : undefined;
}
