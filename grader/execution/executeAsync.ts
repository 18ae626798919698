import * as tf from '../precision/tfjs';
import { callSteps, type AnyFunction } from './callSteps';
import { whileCounting } from './countKernels';
import { describeError } from './describeError';
import type { Evaluation, Outcome } from './evaluation';
import { Observer } from './Observer';

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs an async body in its own tfjs scope.
 *
 * Note [One at a time]: scopes are a stack, and tensors and kernels are counted per process, so such bodies run one
 * after another. Synchronous evaluations in between leave all of these unchanged.
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
 * Like `execute`, for a function that returns promises: awaits what each call returns. Anything but a promise is used
 * as it is.
 *
 * @param signal - aborts the wait; its reason becomes the thrown error, since a promise that never resolves can't
 *   report itself
 * @param afterCall - called once a call has settled, right before it is observed
 */
export async function executeAsync(
  run: (...args: never[]) => unknown,
  evaluation: Evaluation,
  signal: AbortSignal,
  afterCall: () => void = () => undefined,
): Promise<Outcome> {
  if (evaluation.kind !== 'calls') throw new Error('the loss of an async function is not differentiated');
  return inScope(async () => {
    try {
      const observer = new Observer();
      const steps = callSteps(run as AnyFunction, evaluation, observer);
      let step = steps.next();
      while (step.done !== true) {
        const { value } = step;
        const answer = await whileCounting(observer, () => settled(value, signal));
        afterCall();
        step = steps.next(answer.value);
      }
      return step.value;
    } catch (error) {
      afterCall();
      return { status: 'threw', error: describeError(error) };
    }
  });
}

/** The settled value, boxed: resolving our own promise with the bare value would call its `then`. */
function settled(value: unknown, signal: AbortSignal): Promise<{ readonly value: unknown }> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const wait = async (): Promise<void> => {
      try {
        resolve({ value: await value });
      } catch (error) {
        // Whatever it is, the function threw it.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a student can throw anything
        reject(error);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    };
    void wait();
  });
}
