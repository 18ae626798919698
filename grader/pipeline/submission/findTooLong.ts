import type { ExerciseProblem } from '../types';
import type { Compiled } from './types';

/**
 * Whether a submission is longer than an exercise allows. What counts is the compiled code, with all that the file
 * imports: comments and types cost nothing.
 *
 * @param maxBytes - undefined where there is no limit
 */
export function findTooLong(
  { code }: Pick<Compiled, 'code'>,
  maxBytes: number | undefined,
): ExerciseProblem | undefined {
  const bytes = new TextEncoder().encode(code).length;
  return maxBytes === undefined || bytes <= maxBytes ? undefined : { status: 'too-long', bytes, maxBytes };
}
