import * as tf from '../precision/tfjs';
import { capture } from './capture';
import { withKernelCount } from './countKernels';
import type { Evaluation, Outcome } from './evaluation';
import { materialize } from './materialize';
import type { Observer } from './Observer';
import { Unsendable, type Value } from './values';

export type AnyFunction = (...args: unknown[]) => unknown;

/**
 * The calls of an evaluation, one step each: a step yields what a call returned and receives the settled value. The
 * caller that drives the steps decides whether to await it.
 */
export function* callSteps(
  call: AnyFunction,
  { calls, apply }: Evaluation & { readonly kind: 'calls' },
  observer: Observer,
): Generator<unknown, Outcome, unknown> {
  const values: Value[] = [];
  let previous: unknown;
  for (const inputs of calls) {
    const surroundings = { previous, callbackCalls: observer.callbackCalls };
    const args = inputs.map((input) => materialize(input, surroundings));
    const settled = observer.watch(inputs, args);
    previous = yield withKernelCount(observer, () => call(...args));
    values.push(settled(previous));
  }
  // Results of the calls on a returned function replace that function as the last result.
  if (apply !== undefined && isCallable(previous, apply))
    values[values.length - 1] = yield* appliedSteps(previous, apply);
  return { status: 'returned', values, observed: observer.observation() };
}

/** A function, or an object with methods; for an object, each argument list starts with the method's name. */
type Callable = AnyFunction | Readonly<Record<string, unknown>>;

function isCallable(returned: unknown, calls: readonly (readonly Value[])[]): returned is Callable {
  if (typeof returned === 'function') return true;
  // Without method names, only a function can be called.
  const namesMethods = calls.every(([name]) => typeof name === 'string');
  return namesMethods && typeof returned === 'object' && returned !== null && !(returned instanceof tf.Tensor);
}

function* appliedSteps(
  returned: Callable,
  calls: readonly (readonly Value[])[],
): Generator<unknown, readonly Value[], unknown> {
  const results: Value[] = [];
  for (const inputs of calls) {
    const args = inputs.map((input) => materialize(input, { previous: undefined, callbackCalls: [] }));
    if (typeof returned === 'function') {
      results.push(capture(yield returned(...args)));
      continue;
    }
    const [name, ...rest] = args;
    const method = returned[String(name)];
    results.push(
      typeof method === 'function'
        ? capture(yield (method as AnyFunction).apply(returned, rest))
        : new Unsendable(`an object without the method ${String(name)}`),
    );
  }
  return results;
}
