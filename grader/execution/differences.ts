import * as tf from '../precision/tfjs';
import type { Evaluation, Outcome } from './evaluation';
import { materialize } from './materialize';
import { Observer } from './Observer';
import { TensorValue, unitDirection } from './values';

type AnyFunction = (...args: unknown[]) => unknown;

/** Evaluates one field of the result at many shifted copies of one tensor argument. */
export function runDifferences(
  call: AnyFunction,
  { arguments: inputs, field, shifts }: Evaluation & { kind: 'differences' },
): Outcome {
  const base = inputs[shifts.argument];
  if (!(base instanceof TensorValue)) throw new Error('only a tensor argument can be shifted');
  const surroundings = { previous: undefined, callbackCalls: [] };
  const shift = shiftsOf(base, shifts.by);
  const evaluations = shifts.rows.length / 2;
  const losses = new Float64Array(evaluations);
  for (let row = 0; row < evaluations; row += 1) {
    const shifted = shift(shifts.rows[2 * row] ?? 0, shifts.rows[2 * row + 1] ?? 0);
    // All arguments are created for this call, so a submission can't see that it is one of many.
    const args = inputs.map((input, index) => (index === shifts.argument ? shifted : materialize(input, surroundings)));
    losses[row] = lossOf(call, args, field);
    tf.dispose(args as tf.TensorContainer);
  }
  const observed = new Observer().observation();
  return { status: 'returned', values: [new TensorValue([evaluations], 'float32', losses)], observed };
}

/** Creates shifted copies of a tensor. Consecutive shifts along one direction generate it once. */
function shiftsOf(
  { values, shape, dtype }: TensorValue,
  by: 'elements' | 'directions',
): (which: number, amount: number) => tf.Tensor {
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
    const loss: unknown =
      typeof result === 'object' && result !== null ? (result as Record<string, unknown>)[field] : undefined;
    if (loss instanceof tf.Tensor && loss.size === 1) return Number(loss.dataSync()[0]);
    return typeof loss === 'number' ? loss : NaN;
  } finally {
    tf.engine().endScope();
  }
}
