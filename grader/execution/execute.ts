import * as tf from '../precision/tfjs';
import { capture } from './capture';
import { describeError } from './describeError';
import { runDifferences } from './differences';
import type { Evaluation, Outcome } from './evaluation';
import { materialize } from './materialize';
import { Observer } from './Observer';
import type { Value } from './values';

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
  if (apply !== undefined && typeof previous === 'function') {
    // What a returned function gives stands for it; in the last call's place.
    values[values.length - 1] = applied(previous as AnyFunction, apply);
  }
  return { status: 'returned', values, observed: observer.observation() };
}

function applied(returned: AnyFunction, calls: readonly (readonly Value[])[]): Value {
  return calls.map((inputs) =>
    capture(returned(...inputs.map((input) => materialize(input, { previous: undefined, callbackCalls: [] })))),
  );
}

/**
 * Counts kernels, and the numbers that are read out of tensors: a loop over `arraySync()` runs no kernel, and is one all
 * the same. Kernels of tfjs read from their backend, so that they count nothing here.
 */
function withKernelCount<T>(observer: Observer, body: () => T): T {
  const engine = tf.engine();
  const runKernel = engine.runKernel.bind(engine);
  const readSync = engine.readSync.bind(engine);
  engine.runKernel = (...args: Parameters<typeof runKernel>) => {
    observer.kernels += 1;
    return runKernel(...args);
  };
  engine.readSync = (...args: Parameters<typeof readSync>) => {
    const values = readSync(...args);
    observer.kernels += values.length;
    return values;
  };
  try {
    return body();
  } finally {
    Reflect.deleteProperty(engine, 'runKernel');
    Reflect.deleteProperty(engine, 'readSync');
  }
}
