import type { Tensor2D } from '@tensorflow/tfjs';
import type { OptimizerState } from 'descent';
import { jsonNumber } from '../../../pipeline/words/jsonNumber';
import type { Start, Templates } from '../messages';
import { toJsonMemory, toJsonTensor } from './jsonTensors';
import type { Reporter } from './Reporter';
import { TrainingEnd } from './StudentError';

export interface Accuracies {
  readonly trainAccuracy: number;
  readonly validationAccuracy: number;
}

export interface WatcherOptions {
  readonly reporter: Pick<Reporter, 'step' | 'tell'>;
  readonly stepsPerEpoch: number;
  readonly epochs: number;
  readonly measure: (W: Tensor2D) => Accuracies;
  /** Draws the best weights so far, if the student has a function for that. */
  readonly draw?: ((W: Tensor2D) => Templates) | undefined;
  /** Where an earlier training ended, if this one resumes it. */
  readonly start?: Start | undefined;
}

/** Interval between resume points, in milliseconds: resuming loses no more than that. */
const patience = 1000;

/** Follows a training by its steps, and reports each epoch and the best weights so far. */
export class Watcher {
  #steps: number;
  #loss = NaN;
  #lossesOfEpoch: number[] = [];
  #best: number;
  #startedAt = 0;
  #lastAt = -Infinity;

  constructor(private readonly options: WatcherOptions) {
    this.#steps = options.start?.last.step ?? 0;
    this.#best = options.start?.best.validationAccuracy ?? -1;
  }

  start(): void {
    this.#startedAt = performance.now() - 1000 * (this.options.start?.seconds ?? 0);
  }

  /** The loss of the weights before the next step. */
  sawLoss(loss: number): void {
    this.#loss = loss;
  }

  /**
   * @param W - after the step
   * @param memory - state of the optimizer after the step
   * @throws TrainingEnd, after reporting it, if the loss before the step is not finite
   */
  sawStep(W: Tensor2D, learningRate: number, memory?: OptimizerState): void {
    const { reporter, stepsPerEpoch, epochs } = this.options;
    this.#steps += 1;
    reporter.step(this.#loss, learningRate);
    if (!Number.isFinite(this.#loss)) {
      reporter.tell({ type: 'diverged', step: this.#steps, loss: jsonNumber(this.#loss) });
      throw new TrainingEnd('diverged');
    }
    this.#lossesOfEpoch.push(this.#loss);
    if (this.#steps % stepsPerEpoch !== 0) return;
    const isBest = this.#endEpoch(W);
    const now = performance.now();
    if (!isBest && now - this.#lastAt < patience && this.#steps < epochs * stepsPerEpoch) return;
    this.#lastAt = now;
    reporter.tell({ type: 'last', ...this.#place(), W: toJsonTensor(W), memory: toJsonMemory(memory) });
  }

  /** @param W - the trainer's result, which counts regardless of the observed steps */
  finish(W: Tensor2D, lossHistory: readonly number[]): void {
    if (this.#lossesOfEpoch.length > 0) this.#endEpoch(W);
    const { validationAccuracy } = this.options.measure(W);
    this.#keepIfBest(W, validationAccuracy);
    this.options.reporter.tell({
      type: 'finished',
      lossHistory: lossHistory.map(jsonNumber),
      validationAccuracy,
      seconds: this.#seconds(),
    });
  }

  /** @returns whether its weights are the best so far */
  #endEpoch(W: Tensor2D): boolean {
    const accuracies = this.options.measure(W);
    const loss = this.#lossesOfEpoch.reduce((sum, one) => sum + one, 0) / this.#lossesOfEpoch.length;
    this.#lossesOfEpoch = [];
    const isBest = this.#keepIfBest(W, accuracies.validationAccuracy);
    const place = { ...this.#place(), seconds: this.#seconds() };
    this.options.reporter.tell({ type: 'epoch', ...place, loss: jsonNumber(loss), ...accuracies });
    return isBest;
  }

  /** The first of equals. */
  #keepIfBest(W: Tensor2D, validationAccuracy: number): boolean {
    if (validationAccuracy <= this.#best) return false;
    this.#best = validationAccuracy;
    const { reporter, draw } = this.options;
    reporter.tell({ type: 'best', ...this.#place(), validationAccuracy, W: toJsonTensor(W) });
    if (draw !== undefined) reporter.tell({ type: 'templates', templates: draw(W) });
    return true;
  }

  #place(): { readonly epoch: number; readonly step: number } {
    return { epoch: Math.ceil(this.#steps / this.options.stepsPerEpoch), step: this.#steps };
  }

  #seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}
