import type { Words } from '../../pipeline/types';
import { valueAt, type Value } from '../../execution/values';
import { defineLaw, differingField, named, type LawContext, type Violation } from '../../pipeline/checks/laws';
import { sizesOfBatches } from './batches';
import { readAll } from './lawOn';
import { lostLabels } from './lostLabels';
import { differentSeeds, neverChanges, zeroIsReplaced } from './seeds';
import { followsRule, tooAlike } from './shuffled';
import {
  equal,
  lawOfTraining,
  numberOf,
  numberOption,
  readRun,
  type TrainingRun,
  type TrainingStep,
} from './trainingRun';

/** Each epoch uses every row once, in full batches and a last one with the rest. */
export const epochsTakeEachOnce = defineLaw({
  name: 'epochsTakeEachOnce',
  says: {
    en: () => 'each epoch uses every row once, in batches that are full except the last',
    zh: () => '每个 epoch 中每一行恰好用一次，除最后一批外每批都是满的',
  },
  violation: lawOfTraining(({ size, steps, epochs }, { inputs }) => {
    const sizes = sizesOfBatches(size, numberOption(inputs, 'batchSize'));
    const expected = numberOption(inputs, 'epochs') * sizes.length;
    if (steps.length !== expected)
      return { where: { en: 'the number of steps', zh: '步数' }, expected, got: steps.length };
    for (const [index, { batch }] of steps.entries()) {
      const wanted = sizes[index % sizes.length] ?? NaN;
      const where = { en: `rows in step ${index}`, zh: `第 ${index} 步的行数` };
      if (batch.rows.length !== wanted) return { where, expected: wanted, got: batch.rows.length };
    }
    for (const [epoch, ofEpoch] of epochs.entries()) {
      const taken = new Set(rowsOf(ofEpoch).filter((row) => row !== -1)).size;
      const where = { en: `different rows in epoch ${epoch}`, zh: `第 ${epoch} 个 epoch 用到的不同行数` };
      if (taken !== size) return { where, expected: size, got: taken };
    }
    return undefined;
  }),
});

/** Rows of a batch have their labels. */
export const batchesKeepLabels = defineLaw({
  name: 'batchesKeepLabels',
  says: { en: () => 'rows of a batch come with their labels', zh: () => '批次里的每一行都与自己的标签对应' },
  violation: lawOfTraining(({ labels, steps }) =>
    lostLabels(
      steps.map(({ batch }) => batch),
      labels,
    ),
  ),
});

/** No two epochs have similar orders, nor the order of the data: see Note [Alike by chance]. */
export const epochsReorder = defineLaw({
  name: 'epochsReorder',
  says: { en: () => 'each epoch shuffles the rows again', zh: () => '每个 epoch 都重新打乱各行' },
  violation: lawOfTraining(({ epochs, size }) => {
    const orders = epochs.map(rowsOf);
    const different = new Set(orders.map((order) => order.join())).size;
    const where = { en: 'orders among the epochs', zh: '各 epoch 的不同顺序的个数' };
    if (different < 2) return { where, expected: 2, got: different };
    return tooAlike(orders, size);
  }),
});

const seedCount = 10;

/** Different seeds give first epochs with different orders, no two of which are alike. */
export const seedsReorder = defineLaw({
  name: 'seedsReorder',
  says: { en: () => 'different seeds shuffle the rows differently', zh: () => '不同的种子把各行打乱成不同的顺序' },
  // Only the first epoch is checked.
  companions: ({ options, ...inputs }, _parameters, random) =>
    differentSeeds(seedCount, random).map((seed) => ({
      ...inputs,
      options: { ...(options as Readonly<Record<string, Value>>), epochs: 1, seed },
    })),
  violation: lawOfTraining(({ size }, { inputs, companionCalls, scale }) => {
    const runs = readAll(companionCalls.map((calls) => readRun(inputs, calls, scale)));
    if ('violation' in runs) return runs.violation;
    const orders = runs.read.map(({ epochs }) => rowsOf(epochs[0] ?? []));
    const texts = orders.map((order) => order.join());
    return neverChanges(texts) ?? followsRule(orders, size) ?? tooAlike(orders, size) ?? zeroIsReplaced(texts, size);
  }),
});

/**
 * Each step continues from the previous one, and the result from the last: weights, gradients and states are passed on,
 * and the history holds the loss of all rows at the end of each epoch.
 */
export const stepsFollow = defineLaw({
  name: 'stepsFollow',
  says: {
    en: () => 'each step continues from the one before, and the history holds the loss of all rows after each epoch',
    zh: () => '每一步都从上一步的结果继续，历史记录每个 epoch 之后在全部数据上的损失',
  },
  violation: lawOfTraining((run, context) => brokenLink(run, context) ?? wrongHistory(run, context)),
});

function brokenLink({ steps }: TrainingRun, { inputs, result, scale }: LawContext): Violation | undefined {
  let W = valueAt(inputs, ['options', 'initialW']);
  let state: Value;
  for (const [index, { step, batch }] of steps.entries()) {
    const [lossW, , , lambda] = batch.call.arguments;
    const [stepW, dW, given] = step.arguments;
    const inStep = (name: string): Words => ({ en: `${name} in step ${index}`, zh: `第 ${index} 步的 ${name}` });
    const links: readonly (readonly [Words, Value, Value])[] = [
      [{ en: `W of loss in step ${index}`, zh: `第 ${index} 步传给 loss 的 W` }, W, lossW],
      [inStep('lambda'), numberOption(inputs, 'lambda'), lambda],
      [inStep('W'), W, stepW],
      [inStep('dW'), valueAt(batch.call.result, ['dW']), dW],
      [inStep('state'), state, given],
    ];
    const broken = links.find(([, expected, got]) => !equal(expected, got, scale));
    if (broken !== undefined) return differenceOf(...broken, scale);
    W = valueAt(step.result, ['w']);
    state = valueAt(step.result, ['state']);
  }
  const final = valueAt(result, ['W']);
  return equal(W, final, scale) ? undefined : differenceOf(named('W'), W, final, scale);
}

function wrongHistory(run: TrainingRun, { inputs, result, scale }: LawContext): Violation | undefined {
  for (const [epoch, ofEpoch] of run.epochs.entries()) {
    const loss = lossOfAll(run, valueAt(ofEpoch.at(-1)?.step.result, ['w']), numberOption(inputs, 'lambda'), scale);
    const where = {
      en: `losses of all rows after epoch ${epoch}`,
      zh: `第 ${epoch} 个 epoch 之后计算全部数据损失的次数`,
    };
    if (loss === undefined) return { where, expected: 1, got: 0 };
    const noted = valueAt(result, ['lossHistory', String(epoch)]);
    if (!equal(loss, noted, scale)) return differenceOf(named(`lossHistory[${epoch}]`), loss, noted, scale);
  }
  return undefined;
}

/** The loss of all rows at W as computed by the run: in one call, or as the mean of parts. */
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
  return (
    parts.reduce((sum, { call, rows }) => sum + numberOf(valueAt(call.result, ['loss'])) * rows.length, 0) / run.size
  );
}

function differenceOf(where: Words, expected: Value, got: Value, scale: number | undefined): Violation {
  const found = differingField(expected, got, [], scale);
  return { expected: NaN, got: NaN, ...found, where };
}

function rowsOf(steps: readonly TrainingStep[]): readonly number[] {
  return steps.flatMap(({ batch }) => batch.rows);
}
