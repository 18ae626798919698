import { executeAsync } from './executeAsync';
import { UnsettledPromise } from './unsettledPromise';
import { execute } from './execute';
import type { Evaluation, Outcome } from './evaluation';

/** Far longer than trusted code ever waits. */
const longestWait = 30;

/**
 * Runs a function that we wrote ourselves, in this process, and awaits its result if the exercise is async.
 *
 * @param exercise - the exercise that the function is a version of
 */
export function executeOf(
  { async }: { readonly async?: true | undefined },
  run: (...args: never[]) => unknown,
  evaluation: Evaluation,
): Outcome | Promise<Outcome> {
  return async === true ? executeWithin(longestWait, run, evaluation) : execute(run, evaluation);
}

/** Awaits a function's result, for at most `seconds` of wall-clock time. */
export async function executeWithin(
  seconds: number,
  run: (...args: never[]) => unknown,
  evaluation: Evaluation,
): Promise<Outcome> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new UnsettledPromise()), seconds * 1000);
  try {
    return await executeAsync(run, evaluation, controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
