import { z } from 'zod';
import { valueAt } from '../../execution/values';
import { defineLaw, named } from '../../pipeline/checks/laws';
import { equal, lawOfTraining, numberOf, type TrainingStep } from './trainingRun';

// Signatures of known mistakes in trainings, which right trainings don't have.

/** The history holds losses of batches instead of those of all rows. */
export const historyOfBatches = defineLaw({
  name: 'historyOfBatches',
  parameters: z.strictObject({ of: z.enum(['last', 'mean']) }),
  says: {
    en: ({ of }) => `the history holds ${of === 'last' ? "the last batch's loss" : "the mean of the batches' losses"}`,
    zh: ({ of }) => `历史记录的是${of === 'last' ? '最后一批的损失' : '各批损失的平均'}`,
  },
  violation(context) {
    const { of } = context.parameters;
    return lawOfTraining(({ epochs, losses }, { result, scale }) => {
      for (const [epoch, steps] of epochs.entries()) {
        const noted = valueAt(result, ['lossHistory', String(epoch)]);
        const lossOf = (step: TrainingStep): number => numberOf(valueAt(step.batch.call.result, ['loss']));
        const last = steps.at(-1);
        const candidates =
          of === 'mean'
            ? [steps.reduce((sum, step) => sum + lossOf(step), 0) / steps.length]
            : losses
                .filter(({ rows }) => rows.join() === last?.batch.rows.join())
                .map(({ call }) => numberOf(valueAt(call.result, ['loss'])));
        if (!candidates.some((candidate) => equal(candidate, noted, scale)))
          return { where: named(`lossHistory[${epoch}]`), expected: candidates[0] ?? NaN, got: numberOf(noted) };
      }
      return undefined;
    })(context);
  },
});

/** Batches are drawn with replacement, so some rows occur twice in an epoch, with the right labels. */
export const rowsDrawnAgain = defineLaw({
  name: 'rowsDrawnAgain',
  says: { en: () => 'some rows occur twice in an epoch', zh: () => '同一个 epoch 里有些行出现了两次' },
  violation: lawOfTraining(({ epochs, labels, steps }) => {
    const where = { en: 'rows that occur twice in an epoch', zh: '同一个 epoch 里出现两次的行数' };
    const areOwn = steps.every(({ batch }) =>
      batch.rows.every((row, index) => row !== -1 && batch.labels[index] === labels[row]),
    );
    const repeated = epochs.filter((ofEpoch) => {
      const rows = ofEpoch.flatMap(({ batch }) => batch.rows);
      return new Set(rows).size < rows.length;
    });
    return areOwn && repeated.length > 0 ? undefined : { where, expected: 1, got: 0 };
  }),
});

/** All gradients of an epoch are taken at its initial weights, while the steps move on. */
export const gradientsStandStill = defineLaw({
  name: 'gradientsStandStill',
  says: {
    en: () => 'all gradients of an epoch are taken at its first W',
    zh: () => '同一个 epoch 的梯度都在它最初的 W 处计算',
  },
  violation: lawOfTraining(({ epochs }, { scale }) => {
    const where = { en: 'gradients at the first W of an epoch', zh: '在 epoch 最初的 W 处计算的梯度个数' };
    const later = epochs.flatMap(([first, ...others]) =>
      others.map(({ step, batch }) => {
        const [start] = first?.step.arguments ?? [];
        return { stays: equal(start, batch.call.arguments[0], scale), moves: !equal(start, step.arguments[0], scale) };
      }),
    );
    const still = later.filter(({ stays }) => stays).length;
    const isSeen = later.some(({ moves }) => moves);
    return isSeen && still === later.length ? undefined : { where, expected: later.length, got: isSeen ? still : 0 };
  }),
});
