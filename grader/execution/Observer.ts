import * as tf from '../precision/tfjs';
import { capture, pathText, visitTensors } from './capture';
import type { CallbackCall, Observation } from './evaluation';
import {
  CallbackValue,
  isArrayValue,
  isRecordValue,
  PreviousResult,
  TensorValue,
  type Value,
  type ValueRecord,
} from './values';

const { is } = Object;
const engine = tf.engine();
/** Two units in the last place: enough for three roundings of half a unit each. */
const lastPlaces = 2 * 2 ** -52;

/** Collects the side effects of one or more calls. */
export class Observer {
  readonly callbackCalls: CallbackCall[] = [];
  kernels = 0;
  #leaked = 0;
  readonly #changed = new Set<string>();
  readonly #disposed = new Set<string>();
  readonly #returned = new Set<string>();

  /** Call it right before a call; the function it returns captures the result right after. */
  watch(inputs: readonly Value[], args: readonly unknown[]): (result: unknown) => Value {
    const inputPaths = new Map<tf.Tensor, string>();
    visitTensors(args, (tensor, path) => inputPaths.set(tensor, pathText(path)));
    const before = numTensors();
    return (result) => {
      const after = numTensors();
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
      // A submission that differentiates in place moves x by ±h and back, which rounds.
      const slack = inputs.some((input) => input instanceof CallbackValue && input.callback.role === 'scalar')
        ? lastPlaces
        : 0;
      inputs.forEach((input, index) => {
        // The submission can change what it returned itself.
        if (input instanceof PreviousResult || isUnchanged(input, args[index])) return;
        for (const path of changes(input, capture(withoutFunctions(args[index])), [String(index)], slack))
          this.#changed.add(path);
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

// `tf.memory()` reads the same field, but also queries the backend.
function numTensors(): number {
  return engine.state.numTensors;
}

function withoutFunctions(argument: unknown): unknown {
  return typeof argument === 'function' ? undefined : argument;
}

/**
 * Whether an argument is the same as before, to the bit, as most are. Compares in place, several times faster than
 * capturing first. False means that `changes` has to look closer.
 */
function isUnchanged(before: Value, argument: unknown): boolean {
  if (typeof before !== 'object') return is(before, argument);
  if (before instanceof TensorValue) {
    if (!(argument instanceof tf.Tensor) || argument.isDisposed || !isNumeric(before)) return false;
    return areSame(before.values, argument.dataSync());
  }
  if (before instanceof CallbackValue) return typeof argument === 'function';
  if (before instanceof PreviousResult || typeof argument !== 'object' || argument === null) return false;
  const isList = isArrayValue(before);
  if (isList !== Array.isArray(argument) || !(isList || isRecordValue(before))) return false;
  const [fields, now] = [Object.keys(before), Object.keys(argument)];
  return (
    fields.length === now.length &&
    fields.every(
      (field, index) =>
        field === now[index] &&
        isUnchanged((before as ValueRecord)[field], (argument as Readonly<Record<string, unknown>>)[field]),
    )
  );
}

function isNumeric({ dtype }: TensorValue): boolean {
  return dtype !== 'string' && dtype !== 'complex64';
}

function areSame(before: Float64Array, after: ArrayLike<unknown>): boolean {
  if (after.length !== before.length) return false;
  for (let index = 0; index < before.length; index += 1) if (!is(before[index], after[index])) return false;
  return true;
}

/**
 * Paths at which an argument changed. A disposed tensor is reported separately.
 *
 * @param slack - how much a tensor's element may differ, times max(1, its magnitude)
 */
function changes(before: Value, after: Value, path: readonly string[], slack = 0): string[] {
  if (before instanceof PreviousResult) return [];
  if (before instanceof TensorValue) {
    return after instanceof TensorValue &&
      !before.values.every((value, index) => isClose(value, after.values[index] ?? NaN, slack))
      ? [path.join('.')]
      : [];
  }
  if (isArrayValue(before)) {
    if (!isArrayValue(after) || after.length !== before.length) return [path.join('.')];
    return before.flatMap((item, index) => changes(item, after[index], [...path, String(index)]));
  }
  if (isRecordValue(before)) {
    if (!isRecordValue(after)) return [path.join('.')];
    return Object.entries(before).flatMap(([field, item]) => changes(item, after[field], [...path, field]));
  }
  return typeof before === 'object' || is(before, after) ? [] : [path.join('.')];
}

function isClose(before: number, after: number, slack: number): boolean {
  return Object.is(before, after) || Math.abs(before - after) < slack * Math.max(1, Math.abs(before));
}
