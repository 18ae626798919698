import type { Tensor2D } from '@tensorflow/tfjs';
import { toJsonNumber } from '../messages';
import type { Reporter } from './Reporter';
import { TrainingEnd } from './StudentError';

/** Follows a training by the steps that it makes, and reports each epoch and of the best weights so far. */
export class Watcher {
  #steps = 0;
  #loss = NaN;
  #lossesOfEpoch: number[] = [];
  #best = -1;
  #startedAt = 0;

  /** @param accuracyOf - of weights on the validation images */
  constructor(
    private readonly reporter: Pick<Reporter, 'step' | 'tell'>,
    private readonly stepsPerEpoch: number,
    private readonly accuracyOf: (W: Tensor2D) => number,
  ) {}

  start(): void {
    this.#startedAt = performance.now();
  }

  /** The loss of the weights before the next step. */
  sawLoss(loss: number): void {
    this.#loss = loss;
  }

  /**
   * @param W - after the step
   * @throws TrainingEnd, having reported it, if the loss that led to it is not finite
   */
  sawStep(W: Tensor2D, learningRate: number): void {
    this.#steps += 1;
    this.reporter.step(this.#loss, learningRate);
    if (!Number.isFinite(this.#loss)) {
      this.reporter.tell({ type: 'diverged', step: this.#steps, loss: toJsonNumber(this.#loss) });
      throw new TrainingEnd('diverged');
    }
    this.#lossesOfEpoch.push(this.#loss);
    if (this.#steps % this.stepsPerEpoch === 0) this.#endEpoch(W);
  }

  /** @param W - what the trainer returned: that counts, whatever steps it was seen to make */
  finish(W: Tensor2D, lossHistory: readonly number[]): void {
    if (this.#lossesOfEpoch.length > 0) this.#endEpoch(W);
    const validationAccuracy = this.accuracyOf(W);
    this.#keepIfBest(W, validationAccuracy);
    this.reporter.tell({
      type: 'finished',
      lossHistory: lossHistory.map(toJsonNumber),
      validationAccuracy,
      seconds: this.#seconds(),
    });
  }

  #endEpoch(W: Tensor2D): void {
    const validationAccuracy = this.accuracyOf(W);
    const loss = this.#lossesOfEpoch.reduce((sum, one) => sum + one, 0) / this.#lossesOfEpoch.length;
    this.#lossesOfEpoch = [];
    this.#keepIfBest(W, validationAccuracy);
    this.reporter.tell({
      type: 'epoch',
      ...this.#place(),
      seconds: this.#seconds(),
      loss: toJsonNumber(loss),
      validationAccuracy,
    });
  }

  /** The first of equals. */
  #keepIfBest(W: Tensor2D, validationAccuracy: number): void {
    if (validationAccuracy <= this.#best) return;
    this.#best = validationAccuracy;
    const weights = { shape: W.shape, values: Array.from(W.dataSync(), toJsonNumber) };
    this.reporter.tell({ type: 'best', ...this.#place(), validationAccuracy, W: weights });
  }

  #place(): { readonly epoch: number; readonly step: number } {
    return { epoch: Math.ceil(this.#steps / this.stepsPerEpoch), step: this.#steps };
  }

  #seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}
