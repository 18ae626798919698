import type { ExerciseProblem } from '../types';
import type { Compiled } from './types';

/**
 * Whether a submission is longer than an exercise allows. What counts is the compiled code, with all that the file imports:
 * comments and types cost nothing.
 *
 * @param mostBytes - undefined where there is no limit
 */
export function findTooLong({ code }: Pick<Compiled, 'code'>, mostBytes: number | undefined): ExerciseProblem | undefined {
  const bytes = Buffer.byteLength(code);
  return mostBytes === undefined || bytes <= mostBytes ? undefined : { status: 'too-long', bytes, mostBytes };
}
