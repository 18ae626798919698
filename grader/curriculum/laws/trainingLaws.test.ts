import { tensor } from '../../pipeline/course/spec/values';
import type { CallbackCall } from '../../pipeline/types';
import { CallbackValue, type Value, type ValueRecord } from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { violationOf, type EnglishViolation } from '../../pipeline/checks/testing/violationOf';
import { leastSquares } from '../callbacks/losses';
import { sgd } from '../callbacks/optimizers';
import { laws as courseLaws } from '.';

// Three examples, x = 1, 2, 3 with the targets 4, 5, 6; W goes up by one in each step.
const x = tensor([[1], [2], [3]]);
const inputs = (seed = 1): ValueRecord => ({
  x,
  y: tensor([4, 5, 6]),
  options: {
    step: new CallbackValue(sgd, { learningRate: 1 }),
    loss: new CallbackValue(leastSquares, {}),
    batchSize: 2,
    epochs: 2,
    lambda: 0.5,
    initialW: tensor([[0]]),
    seed,
  },
});

/** The loss is artificial: 100·W + the sum of x. */
function lossCall(
  W: number,
  rows: readonly number[],
  changes: { readonly labels?: readonly number[]; readonly lambda?: number } = {},
): CallbackCall {
  const { labels = rows.map((row) => row + 4), lambda = 0.5 } = changes;
  const sum = rows.reduce((total, row) => total + row + 1, 0);
  return {
    name: 'leastSquares',
    arguments: [tensor([[W]]), tensor(rows.map((row) => [row + 1])), tensor([...labels]), lambda],
    result: { loss: tensor(100 * W + sum), dW: tensor([[10 * W + rows.length]]) },
  };
}

function stepCall(W: number, rows: readonly number[], state: Value = undefined): CallbackCall {
  return {
    name: 'sgd',
    arguments: [tensor([[W]]), tensor([[10 * W + rows.length]]), state],
    result: { w: tensor([[W + 1]]), state: tensor([W]) },
  };
}

/** Two epochs of two steps, W = 0, 1, 2, 3; all data have the sum 6. */
const run: readonly CallbackCall[] = [
  lossCall(0, [2, 0]),
  stepCall(0, [2, 0]),
  lossCall(1, [1]),
  stepCall(1, [1], tensor([0])),
  lossCall(2, [0, 1, 2]),
  lossCall(2, [1, 2]),
  stepCall(2, [1, 2], tensor([1])),
  lossCall(3, [0]),
  stepCall(3, [0], tensor([2])),
  lossCall(4, [0, 1, 2]),
];
const result: Value = { W: tensor([[4]]), lossHistory: [206, 406] };
const laws = ['epochsTakeEachOnce', 'batchesKeepLabels', 'epochsReorder', 'stepsFollow'];

const broken = (law: string, calls: readonly CallbackCall[], value: Value = result): EnglishViolation | undefined =>
  violationOf(lawNamed(courseLaws, law), { inputs: inputs(), run: () => value, callsOf: () => calls });
const withCall = (index: number, call: CallbackCall): readonly CallbackCall[] => run.with(index, call);

describe('laws of trainings', () => {
  it.each(laws)('%s should hold for a right one', (law) => {
    expect(broken(law, run)).toBeUndefined();
  });

  it.each([...laws, 'seedsReorder'])('%s should be broken if steps do not use losses', (law) => {
    const calls = run.filter(({ name }) => name === 'sgd');
    expect(broken(law, calls)).toEqual({ where: 'calls of loss for step 0', expected: 1, got: 0 });
  });

  it('should report steps that are missing, and batches of other sizes', () => {
    expect(broken('epochsTakeEachOnce', run.slice(0, 7))).toEqual({
      where: 'the number of steps',
      expected: 4,
      got: 3,
    });
    expect(broken('epochsTakeEachOnce', withCall(0, lossCall(0, [2])))).toEqual({
      where: 'rows in step 0',
      expected: 2,
      got: 1,
    });
    expect(broken('epochsTakeEachOnce', withCall(2, lossCall(1, [0])))).toEqual({
      where: 'different rows in epoch 0',
      expected: 3,
      got: 2,
    });
    expect(broken('epochsTakeEachOnce', withCall(2, lossCall(1, [6])))).toEqual({
      where: 'different rows in epoch 0',
      expected: 3,
      got: 2,
    });
  });

  it('should report labels that were not moved', () => {
    const calls = withCall(0, lossCall(0, [2, 0], { labels: [4, 6] }));
    expect(broken('batchesKeepLabels', calls)).toEqual({ where: 'rows that kept their label', expected: 6, got: 4 });
  });

  it('should report an order that never changes', () => {
    const calls = run.with(5, lossCall(2, [2, 0])).with(7, lossCall(3, [1]));
    expect(broken('epochsReorder', calls)).toEqual({ where: 'orders among the epochs', expected: 2, got: 1 });
    const ask = (callsOf: (inputs: ValueRecord) => readonly CallbackCall[]) =>
      violationOf(lawNamed(courseLaws, 'seedsReorder'), { inputs: inputs(), run: () => result, callsOf });
    expect(ask(() => run)).toEqual({ where: 'orders among different seeds', expected: 2, got: 1 });
    const seedOf = ({ options }: ValueRecord): number => Number((options as ValueRecord)['seed']);
    expect(ask((given) => (seedOf(given) % 2 === 0 ? withCall(0, lossCall(0, [0, 2])) : run))).toBeUndefined();
  });

  it('should report weights, strengths, gradients and states that are not passed on', () => {
    expect(broken('stepsFollow', withCall(2, lossCall(0, [1])))).toEqual({
      where: 'W of loss in step 1',
      expected: 1,
      got: 0,
    });
    expect(broken('stepsFollow', withCall(2, lossCall(1, [1], { lambda: 0 })))).toMatchObject({
      where: 'lambda in step 1',
      expected: 0.5,
      got: 0,
    });
    const wrongW = { ...stepCall(1, [1], tensor([0])), arguments: [tensor([[0]]), tensor([[11]]), tensor([0])] };
    expect(broken('stepsFollow', withCall(3, wrongW))).toMatchObject({ where: 'W in step 1' });
    const wrongGradient = { ...stepCall(1, [1], tensor([0])), arguments: [tensor([[1]]), tensor([[7]]), tensor([0])] };
    expect(broken('stepsFollow', withCall(3, wrongGradient))).toEqual({ where: 'dW in step 1', expected: 11, got: 7 });
    expect(broken('stepsFollow', withCall(3, stepCall(1, [1])))).toMatchObject({
      where: 'state in step 1',
      because: { id: 'not-a-tensor' },
    });
    expect(broken('stepsFollow', run, { W: tensor([[3]]), lossHistory: [206, 406] })).toEqual({
      where: 'W',
      expected: 4,
      got: 3,
    });
    expect(broken('stepsFollow', run, 3)).toMatchObject({ where: 'W', because: { id: 'not-a-tensor' } });
  });

  it('should report a history of other losses', () => {
    expect(broken('stepsFollow', run, { W: tensor([[4]]), lossHistory: [206, 301] })).toEqual({
      where: 'lossHistory[1]',
      expected: 406,
      got: 301,
    });
    expect(broken('stepsFollow', run, { W: tensor([[4]]), lossHistory: [206] })).toMatchObject({
      where: 'lossHistory[1]',
      because: { id: 'not-a-number' },
    });
    expect(broken('stepsFollow', run.slice(0, 9))).toEqual({
      where: 'losses of all rows after epoch 1',
      expected: 1,
      got: 0,
    });
  });

  it('should detect gradients that are all taken at the first weights of an epoch', () => {
    // The losses of the second steps at W = 0 and 2, instead of 1 and 3, with their gradients.
    const still = run.flatMap((call, index): CallbackCall[] => {
      if (index !== 2 && index !== 7) return [call];
      return [lossCall(index === 2 ? 0 : 2, index === 2 ? [1] : [0])];
    });
    expect(broken('gradientsStandStill', still)).toBeUndefined();
    expect(broken('gradientsStandStill', run)).toMatchObject({ expected: 2, got: 0 });
    expect(broken('gradientsStandStill', withCall(2, lossCall(0, [1])))).toMatchObject({ expected: 2, got: 1 });
    // With one batch per epoch there is no difference.
    expect(broken('gradientsStandStill', run.slice(0, 2))).toMatchObject({ expected: 0, got: 0 });
  });

  it('should accept the mean of parts as the loss of all rows', () => {
    // Parts of 2 and 1 rows: (2·(400 + 3) + 1·(400 + 3))/3
    const parts = [...run.slice(0, 9), lossCall(4, [0, 1]), lossCall(4, [2])];
    expect(broken('stepsFollow', parts, { W: tensor([[4]]), lossHistory: [206, 403] })).toBeUndefined();
  });
});
