import * as tf from '@tensorflow/tfjs';
import type { Start, TrainingMessage } from '../messages';
import { TrainingEnd } from './StudentError';
import { Watcher } from './Watcher';

/** A watcher with two steps per epoch and 1×1 weights, whose value is their accuracy. */
function watch(start?: Start): {
  readonly watcher: Watcher;
  readonly told: TrainingMessage[];
  readonly steps: number[];
  readonly W: (value: number) => tf.Tensor2D;
} {
  const told: TrainingMessage[] = [];
  const steps: number[] = [];
  const reporter = {
    step: (loss: number): void => void steps.push(loss),
    tell: (message: TrainingMessage): void => void told.push(message),
  };
  const numberIn = (W: tf.Tensor2D): number => W.dataSync()[0] ?? NaN;
  const watcher = new Watcher({
    ...{ reporter, stepsPerEpoch: 2, epochs: 3, start },
    measure: (W) => ({ trainAccuracy: numberIn(W) / 2, validationAccuracy: numberIn(W) }),
    draw: (W) => ({ status: 'drawn', images: { shape: [1], values: [100 * numberIn(W)] } }),
  });
  watcher.start();
  return { watcher, told, steps, W: (value) => tf.tensor2d([[value]]) };
}

describe('Watcher', () => {
  it('should report the mean loss and the accuracy of each epoch, and keep the first of the best weights', () => {
    const { watcher, told, steps, W } = watch();
    for (const [loss, accuracy] of [
      [4, 0.1],
      [2, 0.5],
      [1, 0.2],
      [3, 0.5],
      [1, 0.3],
      [1, 0.4],
    ] as const) {
      // prettier-ignore
      watcher.sawLoss(loss);
      watcher.sawStep(W(accuracy), 0.1);
    }
    watcher.finish(W(0.4), [2, 1.5, 1]);

    expect(steps).toEqual([4, 2, 1, 3, 1, 1]);
    // (4 + 2)/2, (1 + 3)/2, (1 + 1)/2
    expect(told.filter(({ type }) => type === 'epoch')).toMatchObject([
      { epoch: 1, step: 2, loss: 3, trainAccuracy: 0.25, validationAccuracy: 0.5 },
      { epoch: 2, step: 4, loss: 2, validationAccuracy: 0.5 },
      { epoch: 3, step: 6, loss: 1, validationAccuracy: 0.4 },
    ]);
    expect(told.filter(({ type }) => type === 'best')).toEqual([
      { type: 'best', epoch: 1, step: 2, validationAccuracy: 0.5, W: { shape: [1, 1], values: [0.5] } },
    ]);
    expect(told.at(-1)).toMatchObject({ type: 'finished', lossHistory: [2, 1.5, 1], validationAccuracy: 0.4 });
  });

  it('should draw the best weights, and report resume points at the first and the last epoch', () => {
    const { watcher, told, W } = watch();
    for (const [index, accuracy] of [0.1, 0.5, 0.1, 0.4, 0.1, 0.3].entries()) {
      watcher.sawLoss(1);
      watcher.sawStep(W(accuracy), 0.1, { m: tf.tensor1d([index]), t: index + 1 });
    }
    expect(told.filter(({ type }) => type === 'templates')).toEqual([
      { type: 'templates', templates: { status: 'drawn', images: { shape: [1], values: [50] } } },
    ]);
    const places = told.filter(({ type }) => type === 'last');
    expect(places.at(0)).toMatchObject({ epoch: 1, step: 2 });
    expect(places.at(-1)).toEqual({
      ...{ type: 'last', epoch: 3, step: 6, W: { shape: [1, 1], values: [expect.closeTo(0.3)] } },
      memory: { m: { shape: [1], values: [5] }, t: 6 },
    });
  });

  it('should continue the counts of an earlier training', () => {
    const tensor = { shape: [1, 1], values: [0.5] };
    const { watcher, told, W } = watch({
      last: { epoch: 2, step: 4, W: tensor, memory: null },
      best: { epoch: 1, step: 2, validationAccuracy: 0.5, W: tensor },
      seconds: 100,
    });
    for (const accuracy of [0.9, 0.4]) {
      watcher.sawLoss(1);
      watcher.sawStep(W(accuracy), 0.1);
    }
    expect(told.map(({ type }) => type)).toEqual(['epoch', 'last']);
    expect(told[0]).toMatchObject({ epoch: 3, step: 6 });
    expect((told[0] as { readonly seconds: number }).seconds).toBeGreaterThanOrEqual(100);
  });

  it('should not mistake the loss of all examples after an epoch for that of a step', () => {
    const { watcher, steps, W } = watch();
    for (const loss of [5, 4]) {
      watcher.sawLoss(loss);
      watcher.sawStep(W(0), 0.1);
    }
    watcher.sawLoss(100);
    watcher.sawLoss(3);
    watcher.sawStep(W(0), 0.1);

    expect(steps).toEqual([5, 4, 3]);
  });

  it('should count an epoch that ends early, and weights that only the result has', () => {
    const { watcher, told, W } = watch();
    watcher.sawLoss(1);
    watcher.sawStep(W(0.1), 0.1);
    watcher.finish(W(0.9), []);

    expect(told.map(({ type }) => type)).toEqual(['best', 'templates', 'epoch', 'finished']);
    expect(told.at(-1)).toMatchObject({ validationAccuracy: 0.9 });
  });

  it.each([NaN, Infinity])('should end the training when the loss is %d', (loss) => {
    const { watcher, told, W } = watch();
    watcher.sawLoss(loss);

    expect(() => watcher.sawStep(W(0), 0.1)).toThrow(TrainingEnd);
    expect(told).toEqual([{ type: 'diverged', step: 1, loss: String(loss) }]);
  });
});
