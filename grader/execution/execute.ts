import * as tf from '../precision/tfjs';
import type { CallbackCall, Evaluation, Observation, Outcome, ThrownError } from '../pipeline/types';
import { CallbackValue, isArrayValue, isRecordValue, PreviousResult, TensorValue, unitDirection, type Value } from './values';
import { isScalarFunction } from './callbacks';
import { capture } from './capture';
import { materialize } from './materialize';

type AnyFunction = (...args: unknown[]) => unknown;

const longestText = 4_000;
const { is } = Object;
/** Two units in the last place: three roundings of half a unit each, and some. */
const lastPlaces = 2 * 2 ** -52;

/**
 * Runs one evaluation of an exercise's function, in this process, and says what came of it.
 * The submission's process, the reference and the known mistakes, and `npm test` all run this same code.
 */
export function execute(run: (...args: never[]) => unknown, evaluation: Evaluation): Outcome {
  const call = run as AnyFunction;
  tf.engine().startScope();
  try {
    return evaluation.kind === 'calls' ? runCalls(call, evaluation.calls, evaluation.apply) : runDifferences(call, evaluation);
  } catch (error) {
    return { status: 'threw', error: describeError(error) };
  } finally {
    tf.engine().endScope();
  }
}

function runCalls(call: AnyFunction, calls: readonly (readonly Value[])[], apply?: readonly (readonly Value[])[]): Outcome {
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
  return calls.map((inputs) => capture(returned(...inputs.map((input) => materialize(input, { previous: undefined, callbackCalls: [] })))));
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
      // Whoever differentiates in place moves x by ±h and back, which rounds.
      const slack = inputs.some((input) => input instanceof CallbackValue && isScalarFunction(input)) ? lastPlaces : 0;
      inputs.forEach((input, index) => {
        for (const path of changes(input, capture(withoutFunctions(args[index])), [String(index)], slack)) this.#changed.add(path);
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

/**
 * Paths where an argument is not what it was. A disposed tensor is a finding of its own.
 *
 * @param slack - how far a tensor's element may be off, times max(1, its magnitude)
 */
function changes(before: Value, after: Value, path: readonly string[], slack = 0): string[] {
  if (before instanceof PreviousResult) return [];
  if (before instanceof TensorValue) {
    return after instanceof TensorValue && !before.values.every((value, index) => isKept(value, after.values[index] ?? NaN, slack))
      ? [path.join('.')]
      : [];
  }
  if (isArrayValue(before)) {
    if (!isArrayValue(after) || after.length !== before.length) return [path.join('.')];
    return before.flatMap((item, index) => changes(item, after[index], [...path, String(index)]));
  }
  if (typeof before === 'object' && isRecordValue(before)) {
    if (!isRecordValue(after)) return [path.join('.')];
    return Object.entries(before).flatMap(([field, item]) => changes(item, after[field], [...path, field]));
  }
  return typeof before === 'object' || is(before, after) ? [] : [path.join('.')];
}

function isKept(before: number, after: number, slack: number): boolean {
  return Object.is(before, after) || Math.abs(before - after) < slack * Math.max(1, Math.abs(before));
}

function withKernelCount<T>(observer: Observer, body: () => T): T {
  const engine = tf.engine();
  const original = engine.runKernel.bind(engine);
  engine.runKernel = (...args: Parameters<typeof original>) => {
    observer.kernels += 1;
    return original(...args);
  };
  try {
    return body();
  } finally {
    Reflect.deleteProperty(engine, 'runKernel');
  }
}

function runDifferences(call: AnyFunction, { arguments: inputs, field, shifts }: Evaluation & { kind: 'differences' }): Outcome {
  const base = inputs[shifts.argument];
  if (!(base instanceof TensorValue)) throw new Error('only a tensor argument can be shifted');
  const surroundings = { previous: undefined, callbackCalls: [] };
  const args = inputs.map((input) => materialize(input, surroundings));
  const shift = shiftsOf(base, shifts.by);
  const evaluations = shifts.rows.length / 2;
  const losses = new Float64Array(evaluations);
  for (let row = 0; row < evaluations; row += 1) {
    const shifted = shift(shifts.rows[2 * row] ?? 0, shifts.rows[2 * row + 1] ?? 0);
    losses[row] = lossOf(call, args.with(shifts.argument, shifted), field);
    shifted.dispose();
    // The others are used again, unless the function has disposed them.
    args.forEach((argument, index) => {
      if (argument instanceof tf.Tensor && argument.isDisposed) args[index] = materialize(inputs[index], surroundings);
    });
  }
  const observed = new Observer().observation();
  return { status: 'returned', values: [new TensorValue([evaluations], 'float32', losses)], observed };
}

/** Makes shifted copies of a tensor. Consecutive shifts along one direction draw it once. */
function shiftsOf({ values, shape, dtype }: TensorValue, by: 'elements' | 'directions'): (which: number, amount: number) => tf.Tensor {
  let direction = { seed: NaN, values: new Float64Array(0) as Float64Array };
  return (which, amount) => {
    if (by === 'elements') return tf.tensor(values.with(which, amount), [...shape], dtype);
    if (direction.seed !== which) direction = { seed: which, values: unitDirection(which, values.length) };
    return tf.tensor(
      values.map((value, index) => value + amount * (direction.values[index] ?? 0)),
      [...shape],
      dtype,
    );
  };
}

function lossOf(call: AnyFunction, args: readonly unknown[], field: string): number {
  tf.engine().startScope();
  try {
    const result = call(...args);
    const loss: unknown = typeof result === 'object' && result !== null ? (result as Record<string, unknown>)[field] : undefined;
    if (loss instanceof tf.Tensor && loss.size === 1) return Number(loss.dataSync()[0]);
    return typeof loss === 'number' ? loss : NaN;
  } finally {
    tf.engine().endScope();
  }
}

/** What was thrown, whatever it was, as text of bounded length. */
export function describeError(error: unknown): ThrownError {
  const part = (read: () => unknown): string => {
    try {
      const value = read();
      return (typeof value === 'string' ? value : value === undefined ? '' : `${value as string}`).slice(0, longestText);
    } catch {
      return '';
    }
  };
  if (typeof error !== 'object' || error === null) {
    return { name: 'a thrown value', message: part(() => error), exercise: undefined, stack: '', place: undefined };
  }
  // Any of them may be a getter that throws.
  const thrown = error as Readonly<Record<'name' | 'message' | 'stack' | 'exercise', unknown>>;
  const exercise = part(() => thrown.exercise);
  return {
    name: part(() => thrown.name) || 'Error',
    message: part(() => thrown.message),
    exercise: exercise === '' ? undefined : exercise,
    stack: part(() => thrown.stack),
    place: undefined,
  };
}
