import { executeAsync } from './executeAsync';
import { UnsettledPromise } from './unsettledPromise';
import { execute } from './execute';
import type { Evaluation, Outcome } from './evaluation';

/** Far more than trusted code waits for anything. */
const longestWait = 30;

/**
 * Runs a function that we wrote ourselves, in this process: awaits what it returns where its exercise says so.
 *
 * @param exercise - that it is a version of
 */
export function executeOf(
  { async }: { readonly async?: true | undefined },
  run: (...args: never[]) => unknown,
  evaluation: Evaluation,
): Outcome | Promise<Outcome> {
  return async === true ? executeWithin(longestWait, run, evaluation) : execute(run, evaluation);
}

/** Awaits what a function returns, for so many seconds by the clock. */
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
