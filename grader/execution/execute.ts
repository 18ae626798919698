import * as tf from '../precision/tfjs';
import { capture } from './capture';
import { withKernelCount } from './countKernels';
import { describeError } from './describeError';
import { runDifferences } from './differences';
import type { Evaluation, Outcome } from './evaluation';
import { materialize } from './materialize';
import { Observer } from './Observer';
import { Unsendable, type Value } from './values';

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Runs one evaluation of an exercise's function, in this process, and says what came of it.
 * The submission's process, the reference and the known mistakes, and `npm test` all run this same code.
 */
export function execute(run: (...args: never[]) => unknown, evaluation: Evaluation): Outcome {
  const call = run as AnyFunction;
  tf.engine().startScope();
  try {
    return evaluation.kind === 'calls'
      ? runCalls(call, evaluation.calls, evaluation.apply)
      : runDifferences(call, evaluation);
  } catch (error) {
    return { status: 'threw', error: describeError(error) };
  } finally {
    tf.engine().endScope();
  }
}

function runCalls(
  call: AnyFunction,
  calls: readonly (readonly Value[])[],
  apply?: readonly (readonly Value[])[],
): Outcome {
  const observer = new Observer();
  const values: Value[] = [];
  let previous: unknown;
  for (const inputs of calls) {
    const args = inputs.map((input) => materialize(input, { previous, callbackCalls: observer.callbackCalls }));
    const settled = observer.watch(inputs, args);
    previous = withKernelCount(observer, () => call(...args));
    values.push(settled(previous));
  }
  // What the calls of a returned function give stands for it; in the last call's place.
  if (apply !== undefined && isAsked(previous, apply)) values[values.length - 1] = applied(previous, apply);
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

function applied(returned: Asked, calls: readonly (readonly Value[])[]): Value {
  return calls.map((inputs) => {
    const args = inputs.map((input) => materialize(input, { previous: undefined, callbackCalls: [] }));
    if (typeof returned === 'function') return capture(returned(...args));
    const [name, ...rest] = args;
    const method = returned[String(name)];
    if (typeof method !== 'function') return new Unsendable(`an object without the method ${String(name)}`);
    return capture((method as AnyFunction).apply(returned, rest));
  });
}
