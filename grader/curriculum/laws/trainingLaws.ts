import { TensorValue, valueAt, type Value } from '../../execution/values';
import { sizesOfBatches } from './batches';
import { differingField } from '../../pipeline/checks/laws/compareFields';
import { noCompanions, type Law, type LawContext, type Violation } from '../../pipeline/checks/laws/law';
import { equal, lawOfTraining, numberOption, readRun, type TrainingRun, type TrainingStep } from './trainingRun';

/** Each epoch takes every row once, in full batches and what is left. */
export const epochsTakeEachOnce: Law = {
  companions: noCompanions,
  violation: lawOfTraining(({ size, steps, epochs }, { inputs }) => {
    const sizes = sizesOfBatches(size, numberOption(inputs, 'batchSize'));
    const expected = numberOption(inputs, 'epochs') * sizes.length;
    if (steps.length !== expected) return { where: 'the number of steps', expected, got: steps.length };
    for (const [index, { batch }] of steps.entries()) {
      const wanted = sizes[index % sizes.length] ?? NaN;
      if (batch.rows.length !== wanted) return { where: `rows in step ${index}`, expected: wanted, got: batch.rows.length };
    }
    for (const [epoch, ofEpoch] of epochs.entries()) {
      const taken = new Set(rowsOf(ofEpoch).filter((row) => row !== -1)).size;
      if (taken !== size) return { where: `different rows in epoch ${epoch}`, expected: size, got: taken };
    }
    return undefined;
  }),
};

/** Rows of a batch come with their labels. */
export const batchesKeepLabels: Law = {
  companions: noCompanions,
  violation: lawOfTraining(({ labels, steps }) => {
    const pairs = steps.flatMap(({ batch }) => batch.rows.map((row, index) => batch.labels[index] === labels[row]));
    const kept = pairs.filter(Boolean).length;
    return kept === pairs.length ? undefined : { where: 'rows that kept their label', expected: pairs.length, got: kept };
  }),
};

/** Not all epochs go through the rows in the same order. */
export const epochsReorder: Law = {
  companions: noCompanions,
  violation: lawOfTraining(({ epochs }) => {
    const orders = new Set(epochs.map((ofEpoch) => rowsOf(ofEpoch).join())).size;
    return orders > 1 ? undefined : { where: 'orders among the epochs', expected: 2, got: orders };
  }),
};

/** Among the seeds 0 to 9 at least two orders occur in the first epoch. */
export const seedsReorder: Law = {
  companions: ({ options, ...inputs }) =>
    Array.from({ length: 10 }, (_, seed) => ({ ...inputs, options: { ...(options as Readonly<Record<string, Value>>), seed } })),
  violation: lawOfTraining((_run, { inputs, companionCalls, scale }) => {
    const orders = new Set<string>();
    for (const calls of companionCalls) {
      const read = readRun(inputs, calls, scale);
      if ('violation' in read) return read.violation;
      orders.add(rowsOf(read.run.epochs[0] ?? []).join());
    }
    return orders.size > 1 ? undefined : { where: 'orders among the seeds 0 to 9', expected: 2, got: orders.size };
  }),
};

/**
 * One step follows from the one before, and the result from the last: weights, gradients and states are handed on, and the history holds
 * the loss of all rows at the end of each epoch.
 */
export const stepsFollow: Law = {
  companions: noCompanions,
  violation: lawOfTraining((run, context) => brokenLink(run, context) ?? wrongHistory(run, context)),
};

function brokenLink({ steps }: TrainingRun, { inputs, result, scale }: LawContext): Violation | undefined {
  let W = valueAt(inputs, ['options', 'initialW']);
  let state: Value;
  for (const [index, { step, batch }] of steps.entries()) {
    const [lossW, , , lambda] = batch.call.arguments;
    const [stepW, dW, given] = step.arguments;
    const links: readonly (readonly [string, Value, Value])[] = [
      [`W of loss in step ${index}`, W, lossW],
      [`lambda in step ${index}`, numberOption(inputs, 'lambda'), lambda],
      [`W in step ${index}`, W, stepW],
      [`dW in step ${index}`, valueAt(batch.call.result, ['dW']), dW],
      [`state in step ${index}`, state, given],
    ];
    const broken = links.find(([, expected, got]) => !equal(expected, got, scale));
    if (broken !== undefined) return differenceOf(...broken, scale);
    W = valueAt(step.result, ['w']);
    state = valueAt(step.result, ['state']);
  }
  const final = valueAt(result, ['W']);
  return equal(W, final, scale) ? undefined : differenceOf('W', W, final, scale);
}

function wrongHistory(run: TrainingRun, { inputs, result, scale }: LawContext): Violation | undefined {
  for (const [epoch, ofEpoch] of run.epochs.entries()) {
    const loss = lossOfAll(run, valueAt(ofEpoch.at(-1)?.step.result, ['w']), numberOption(inputs, 'lambda'), scale);
    if (loss === undefined) return { where: `losses of all rows after epoch ${epoch}`, expected: 1, got: 0 };
    const noted = valueAt(result, ['lossHistory', String(epoch)]);
    if (!equal(loss, noted, scale)) return differenceOf(`lossHistory[${epoch}]`, loss, noted, scale);
  }
  return undefined;
}

/** The loss of all rows at W as the run itself has computed it: in one call, or in parts of which the mean is taken. */
function lossOfAll(run: TrainingRun, W: Value, lambda: number, scale: number | undefined): number | undefined {
  const trained = new Set(run.steps.map(({ batch }) => batch));
  const there = run.losses.filter(
    (one) =>
      one.rows.every((row, index) => row !== -1 && one.labels[index] === run.labels[row]) &&
      equal(W, one.call.arguments[0], scale) &&
      equal(lambda, one.call.arguments[3], scale),
  );
  const coversAll = (rows: readonly number[]): boolean => rows.length === run.size && new Set(rows).size === run.size;
  const whole = there.find(({ rows }) => coversAll(rows));
  const parts = whole === undefined ? there.filter((one) => !trained.has(one)) : [whole];
  if (!coversAll(parts.flatMap(({ rows }) => rows))) return undefined;
  return parts.reduce((sum, { call, rows }) => sum + numberOf(valueAt(call.result, ['loss'])) * rows.length, 0) / run.size;
}

function numberOf(loss: Value): number {
  return loss instanceof TensorValue ? (loss.values[0] ?? NaN) : NaN;
}

function differenceOf(where: string, expected: Value, got: Value, scale: number | undefined): Violation {
  const found = differingField(expected, got, undefined, scale);
  return { expected: NaN, got: NaN, ...found, where };
}

function rowsOf(steps: readonly TrainingStep[]): readonly number[] {
  return steps.flatMap(({ batch }) => batch.rows);
}
