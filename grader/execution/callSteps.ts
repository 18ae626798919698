import * as tf from '../precision/tfjs';
import { capture } from './capture';
import { withKernelCount } from './countKernels';
import type { Evaluation, Outcome } from './evaluation';
import { materialize } from './materialize';
import type { Observer } from './Observer';
import { Unsendable, type Value } from './values';

export type AnyFunction = (...args: unknown[]) => unknown;

/**
 * The calls of an evaluation, one step each: a step yields what a call returned, and takes what that came to. So whoever
 * runs the steps says whether anything is awaited.
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
  // What the calls of a returned function give stands for it; in the last call's place.
  if (apply !== undefined && isAsked(previous, apply)) values[values.length - 1] = yield* appliedSteps(previous, apply);
  return { status: 'returned', values, observed: observer.observation() };
}

/** A function, or an object with methods, whose names then come first in each list of arguments. */
type Asked = AnyFunction | Readonly<Record<string, unknown>>;

function isAsked(returned: unknown, calls: readonly (readonly Value[])[]): returned is Asked {
  if (typeof returned === 'function') return true;
  // Where no name is given, a function is what is due.
  const namesMethods = calls.every(([name]) => typeof name === 'string');
  return namesMethods && typeof returned === 'object' && returned !== null && !(returned instanceof tf.Tensor);
}

function* appliedSteps(
  returned: Asked,
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
