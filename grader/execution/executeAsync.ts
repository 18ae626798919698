import * as tf from '../precision/tfjs';
import { callSteps, type AnyFunction } from './callSteps';
import { whileCounting } from './countKernels';
import { describeError } from './describeError';
import type { Evaluation, Outcome } from './evaluation';
import { Observer } from './Observer';

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs what awaits something in a scope of tfjs's of its own.
 *
 * Note [One at a time]: scopes are a stack, tensors and kernels are counted for the whole process, so that one such body
 * waits for the end of another. What runs at once in between leaves all of these as they were.
 */
export async function inScope<T>(body: () => Promise<T>): Promise<T> {
  const before = last;
  let release = (): void => undefined;
  last = new Promise<void>((resolve) => (release = resolve));
  await before;
  tf.engine().startScope();
  try {
    return await body();
  } finally {
    tf.engine().endScope();
    release();
  }
}

/**
 * As `execute`, for a function that returns promises: awaits what each call returns, right where `execute` takes it as
 * it is. What is no promise stands for itself.
 *
 * @param signal - ends the wait, and its reason is what the function threw: no promise says of itself that it will
 *   never be resolved
 */
export async function executeAsync(
  run: (...args: never[]) => unknown,
  evaluation: Evaluation,
  signal: AbortSignal,
): Promise<Outcome> {
  if (evaluation.kind !== 'calls') throw new Error('the loss of an async function is not differentiated');
  return inScope(async () => {
    try {
      const observer = new Observer();
      const steps = callSteps(run as AnyFunction, evaluation, observer);
      let step = steps.next();
      while (step.done !== true) {
        const { value } = step;
        step = steps.next((await whileCounting(observer, () => settled(value, signal))).value);
      }
      return step.value;
    } catch (error) {
      return { status: 'threw', error: describeError(error) };
    }
  });
}

/** What a value comes to, in a box: a promise of ours that is resolved with the value itself would look for its `then`. */
function settled(value: unknown, signal: AbortSignal): Promise<{ readonly value: unknown }> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const wait = async (): Promise<void> => {
      try {
        resolve({ value: await value });
      } catch (error) {
        // Whatever it is, it is what the function threw.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a student may throw anything
        reject(error);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    };
    void wait();
  });
}
