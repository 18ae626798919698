import type { ExerciseProblem } from '../types';
import type { Compiled } from './types';

/**
 * Whether a submission is longer than an exercise allows. Measures the compiled code with all imported files: comments
 * and types cost nothing.
 *
 * @param maxBytes - undefined for no limit
 */
export function findTooLong(
  { code }: Pick<Compiled, 'code'>,
  maxBytes: number | undefined,
): ExerciseProblem | undefined {
  const bytes = new TextEncoder().encode(code).length;
  return maxBytes === undefined || bytes <= maxBytes ? undefined : { status: 'too-long', bytes, maxBytes };
}
