import * as tf from '@tensorflow/tfjs';
import type { TrainingMessage } from '../messages';
import { TrainingEnd } from './StudentError';
import { Watcher } from './Watcher';

/** A watcher of epochs of two steps, whose weights are 1×1 and as accurate as their number says. */
function watch(): {
  readonly watcher: Watcher;
  readonly told: TrainingMessage[];
  readonly steps: number[];
  readonly W: (value: number) => tf.Tensor2D;
} {
  const told: TrainingMessage[] = [];
  const steps: number[] = [];
  const reporter = {
    step: (loss: number): unknown => steps.push(loss),
    tell: (message: TrainingMessage): unknown => told.push(message),
  };
  const watcher = new Watcher(reporter as ConstructorParameters<typeof Watcher>[0], 2, (W) => W.dataSync()[0] ?? NaN);
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
      { epoch: 1, step: 2, loss: 3, validationAccuracy: 0.5 },
      { epoch: 2, step: 4, loss: 2, validationAccuracy: 0.5 },
      { epoch: 3, step: 6, loss: 1, validationAccuracy: 0.4 },
    ]);
    expect(told.filter(({ type }) => type === 'best')).toEqual([
      { type: 'best', epoch: 1, step: 2, validationAccuracy: 0.5, W: { shape: [1, 1], values: [0.5] } },
    ]);
    expect(told.at(-1)).toMatchObject({ type: 'finished', lossHistory: [2, 1.5, 1], validationAccuracy: 0.4 });
  });

  it('should not take the loss of all examples, noted after an epoch, for that of a step', () => {
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

  it('should count an epoch that ends early, and weights that only the end has', () => {
    const { watcher, told, W } = watch();
    watcher.sawLoss(1);
    watcher.sawStep(W(0.1), 0.1);
    watcher.finish(W(0.9), []);

    expect(told.map(({ type }) => type)).toEqual(['best', 'epoch', 'finished']);
    expect(told.at(-1)).toMatchObject({ validationAccuracy: 0.9 });
  });

  it.each([NaN, Infinity])('should end the training when the loss is %d', (loss) => {
    const { watcher, told, W } = watch();
    watcher.sawLoss(loss);

    expect(() => watcher.sawStep(W(0), 0.1)).toThrow(TrainingEnd);
    expect(told).toEqual([{ type: 'diverged', step: 1, loss: String(loss) }]);
  });
});
