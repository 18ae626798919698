import * as tf from '../precision/tfjs';
import type { CallbackCall, Evaluation, Observation, Outcome, ThrownError } from '../types';
import { isArrayValue, isRecordValue, PreviousResult, TensorValue, unitDirection, type Value } from '../values';
import { capture } from './capture';
import { materialize } from './materialize';

type AnyFunction = (...args: unknown[]) => unknown;

const longestText = 4_000;

/**
 * Runs one evaluation of an exercise's function, in this process, and says what came of it.
 * The submission's process, the reference and the known mistakes, and `npm test` all run this same code.
 */
export function execute(run: (...args: never[]) => unknown, evaluation: Evaluation): Outcome {
  const call = run as AnyFunction;
  tf.engine().startScope();
  try {
    return evaluation.kind === 'calls' ? runCalls(call, evaluation.calls) : runDifferences(call, evaluation);
  } catch (error) {
    return { status: 'threw', error: describeError(error) };
  } finally {
    tf.engine().endScope();
  }
}

function runCalls(call: AnyFunction, calls: readonly (readonly Value[])[]): Outcome {
  const observer = new Observer();
  const values: Value[] = [];
  let previous: unknown;
  for (const inputs of calls) {
    const args = inputs.map((input) => materialize(input, { previous, callbackCalls: observer.callbackCalls }));
    const settled = observer.watch(inputs, args);
    previous = withKernelCount(observer, () => call(...args));
    values.push(settled(previous));
  }
  return { status: 'returned', values, observed: observer.observation() };
}

/** Collects the side effects of one or more calls. */
class Observer {
  readonly callbackCalls: CallbackCall[] = [];
  kernels = 0;
  #leaked = 0;
  readonly #changed = new Set<string>();
  readonly #disposed = new Set<string>();
  readonly #returned = new Set<string>();

  /** To be called right before a call; the function it returns captures the result right after. */
  watch(inputs: readonly Value[], args: readonly unknown[]): (result: unknown) => Value {
    const inputPaths = new Map<tf.Tensor, string>();
    capture(args.map(withoutFunctions), (tensor, path) => inputPaths.set(tensor, path.join('.')));
    const before = tf.memory().numTensors;
    return (result) => {
      const after = tf.memory().numTensors;
      const fresh = new Set<tf.Tensor>();
      const value = capture(result, (tensor) => {
        const path = inputPaths.get(tensor);
        if (path === undefined) fresh.add(tensor);
        else this.#returned.add(path);
      });
      let disposed = 0;
      for (const [tensor, path] of inputPaths) {
        if (!tensor.isDisposed) continue;
        disposed += 1;
        this.#disposed.add(path);
      }
      this.#leaked += Math.max(0, after - (before - disposed) - fresh.size);
      inputs.forEach((input, index) => {
        for (const path of changes(input, capture(withoutFunctions(args[index])), [String(index)])) this.#changed.add(path);
      });
      return value;
    };
  }

  observation(): Observation {
    return {
      leakedTensors: this.#leaked,
      kernels: this.kernels,
      changedInputs: [...this.#changed],
      disposedInputs: [...this.#disposed],
      returnedInputs: [...this.#returned],
      callbackCalls: this.callbackCalls,
    };
  }
}

function withoutFunctions(argument: unknown): unknown {
  return typeof argument === 'function' ? undefined : argument;
}

/** Paths where an argument is not what it was. A disposed tensor is a finding of its own. */
function changes(before: Value, after: Value, path: readonly string[]): string[] {
  if (before instanceof PreviousResult) return [];
  if (before instanceof TensorValue) {
    return after instanceof TensorValue && !before.values.every((value, index) => Object.is(value, after.values[index])) ? [path.join('.')] : [];
  }
  if (isArrayValue(before)) {
    if (!isArrayValue(after) || after.length !== before.length) return [path.join('.')];
    return before.flatMap((item, index) => changes(item, after[index], [...path, String(index)]));
  }
  if (typeof before === 'object' && isRecordValue(before)) {
    if (!isRecordValue(after)) return [path.join('.')];
    return Object.entries(before).flatMap(([field, item]) => changes(item, after[field], [...path, field]));
  }
  return typeof before === 'object' || Object.is(before, after) ? [] : [path.join('.')];
}

function withKernelCount<T>(observer: Observer, body: () => T): T {
  const engine = tf.engine();
  const original = engine.runKernel.bind(engine);
  engine.runKernel = ((...args: Parameters<typeof original>) => {
    observer.kernels += 1;
    return original(...args);
  }) as typeof engine.runKernel;
  try {
    return body();
  } finally {
    Reflect.deleteProperty(engine, 'runKernel');
  }
}

function runDifferences(call: AnyFunction, { arguments: inputs, field, shifts }: Evaluation & { kind: 'differences' }): Outcome {
  const base = inputs[shifts.argument];
  if (!(base instanceof TensorValue)) throw new Error('only a tensor argument can be shifted');
  const evaluations = shifts.rows.length / 2;
  const losses = new Float64Array(evaluations);
  for (let row = 0; row < evaluations; row += 1) {
    const [which, amount] = shifts.rows.subarray(2 * row, 2 * row + 2) as unknown as [number, number];
    const shifted = new TensorValue(base.shape, base.dtype, shift(base.values, shifts.by, which, amount));
    losses[row] = lossOf(call, inputs.with(shifts.argument, shifted), field);
  }
  const observed = new Observer().observation();
  return { status: 'returned', values: [new TensorValue([evaluations], 'float32', losses)], observed };
}

function shift(values: Float64Array, by: 'elements' | 'directions', which: number, amount: number): Float64Array {
  if (by === 'elements') return values.with(which, amount);
  const direction = unitDirection(which, values.length);
  return values.map((value, index) => value + amount * (direction[index] ?? 0));
}

function lossOf(call: AnyFunction, inputs: readonly Value[], field: string): number {
  tf.engine().startScope();
  try {
    const args = inputs.map((input) => materialize(input, { previous: undefined, callbackCalls: [] }));
    const result = call(...args);
    const loss: unknown = typeof result === 'object' && result !== null ? (result as Record<string, unknown>)[field] : undefined;
    if (loss instanceof tf.Tensor && loss.size === 1) return loss.dataSync()[0] ?? NaN;
    return typeof loss === 'number' ? loss : NaN;
  } finally {
    tf.engine().endScope();
  }
}

/** What was thrown, whatever it was, as text of bounded length. */
export function describeError(error: unknown): ThrownError {
  const part = (read: () => unknown): string => {
    try {
      return String(read() ?? '').slice(0, longestText);
    } catch {
      return '';
    }
  };
  if (typeof error !== 'object' || error === null) {
    return { name: 'a thrown value', message: part(() => error), exercise: undefined, stack: '', place: undefined };
  }
  const { name, message, stack, exercise } = error as Partial<Record<'name' | 'message' | 'stack' | 'exercise', unknown>>;
  const named = part(() => exercise);
  return {
    name: part(() => name) || 'Error',
    message: part(() => message),
    exercise: named === '' ? undefined : named,
    stack: part(() => stack),
    place: undefined,
  };
}
