import type { CallbackCall } from '../../pipeline/types';
import { CallbackValue, TensorValue, valueAt, type Value, type ValueRecord } from '../../execution/values';
import { compareValues } from '../../pipeline/checks';
import { lawOn, type Read } from './lawOn';
import { placesOf, rowsOf } from './rowsOf';

/** One call of the loss. */
export interface LossCall {
  readonly call: CallbackCall;
  /** The index of each row in the data, −1 if unknown. */
  readonly rows: readonly number[];
  readonly labels: readonly number[];
}

/** One call of the optimizer's step, and the call of the loss that returned its gradient. */
export interface TrainingStep {
  readonly step: CallbackCall;
  readonly batch: LossCall;
}

/** A training as recorded by its calls. Its exercise gets x (N, D) with distinct rows, y (N,) and options. */
export interface TrainingRun {
  readonly size: number;
  readonly labels: readonly number[];
  /** ⌈N/batchSize⌉ steps each; the last may have fewer. */
  readonly epochs: readonly (readonly TrainingStep[])[];
  readonly steps: readonly TrainingStep[];
  /** Every call of the loss, including those of the steps. */
  readonly losses: readonly LossCall[];
}

/** A law about a training; steps with an unknown gradient break it. */
export const lawOfTraining = lawOn(({ inputs, callbackCalls, scale }) => readRun(inputs, callbackCalls, scale));

/** Caches runs, since several laws read the same evaluation. */
const runsRead = new WeakMap<readonly CallbackCall[], { readonly options: Value; readonly read: Read<TrainingRun> }>();

export function readRun(
  inputs: ValueRecord,
  calls: readonly CallbackCall[],
  scale: number | undefined,
): Read<TrainingRun> {
  const { options } = inputs;
  const known = runsRead.get(calls);
  if (known !== undefined && known.options === options) return known.read;
  const read = readCalls(inputs, calls, scale);
  runsRead.set(calls, { options, read });
  return read;
}

function readCalls(inputs: ValueRecord, calls: readonly CallbackCall[], scale: number | undefined): Read<TrainingRun> {
  const { x, y } = inputs;
  if (!(x instanceof TensorValue) || !(y instanceof TensorValue))
    throw new Error('a law of trainings needs the tensors x and y');
  const places = placesOf(x);
  const steps: TrainingStep[] = [];
  const losses: LossCall[] = [];
  let sinceStep: LossCall[] = [];
  for (const call of calls) {
    if (call.name === callbackOf(inputs, 'loss')) {
      const [, data, labels] = call.arguments;
      const rows = data instanceof TensorValue ? rowsOf(data).map((row) => places.get(row) ?? -1) : [];
      const read = { call, rows, labels: labels instanceof TensorValue ? [...labels.values] : [] };
      losses.push(read);
      sinceStep.push(read);
    } else if (call.name === callbackOf(inputs, 'step')) {
      const isItsGradient = (one: LossCall): boolean =>
        equal(valueAt(one.call.result, ['dW']), call.arguments[1], scale);
      const batch = sinceStep.findLast(isItsGradient) ?? sinceStep.at(-1);
      const where = { en: `calls of loss for step ${steps.length}`, zh: `第 ${steps.length} 步之前对 loss 的调用次数` };
      if (batch === undefined) return { violation: { where, expected: 1, got: 0 } };
      steps.push({ step: call, batch });
      sinceStep = [];
    }
  }
  const size = x.shape[0] ?? 0;
  const perEpoch = Math.ceil(size / numberOption(inputs, 'batchSize'));
  const count = Math.ceil(steps.length / perEpoch);
  const epochs = Array.from({ length: count }, (_, epoch) => steps.slice(epoch * perEpoch, (epoch + 1) * perEpoch));
  return { read: { size, labels: [...y.values], epochs, steps, losses } };
}

/** Whether two values are equal up to rounding. */
export function equal(expected: Value, got: Value, scale: number | undefined): boolean {
  return (
    compareValues(expected, got, '', { comparison: { rule: 'standard' }, scale, step: undefined }).finding === undefined
  );
}

/** A number, or that of a tensor of rank 0. */
export function numberOf(value: Value): number {
  return value instanceof TensorValue ? (value.values[0] ?? NaN) : typeof value === 'number' ? value : NaN;
}

export function numberOption(inputs: ValueRecord, name: string): number {
  return Number(valueAt(inputs, ['options', name]));
}

function callbackOf(inputs: ValueRecord, name: string): string {
  const callback = valueAt(inputs, ['options', name]);
  if (!(callback instanceof CallbackValue)) throw new Error(`a law of trainings needs the function options.${name}`);
  return callback.name;
}
