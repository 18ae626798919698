import { formatNumber } from '../../pipeline/report';
import type { TrainTexts } from './texts';
import type { TrainingRecord } from './TrainingRecord';

const barLength = 20;

/**
 * One line about the progress of a training:
 * `epoch 12/30 step 120/300 loss 0.2131 accuracy 94.3 % (best 94.9 %) rate 0.5 412 steps/s 1 s left`.
 */
export function progressText(record: TrainingRecord, texts: TrainTexts, { bar }: { readonly bar: boolean }): string {
  const { started, lastStep, lastEpoch, best, steps, plannedSteps, stepsPerSecond, config } = record;
  if (started === undefined) return texts.starting;
  const share = plannedSteps === 0 ? 0 : Math.min(1, steps / plannedSteps);
  const epoch = Math.min(config.epochs, Math.floor(steps / started.stepsPerEpoch));
  const left = Math.max(0, plannedSteps - steps);
  return [
    ...(bar ? [barOf(share)] : []),
    texts.epoch(epoch, config.epochs),
    texts.step(steps, plannedSteps),
    ...(lastStep === undefined ? [] : [texts.loss(figure(lastStep.loss))]),
    ...(lastEpoch === undefined
      ? []
      : [texts.accuracy(percent(lastEpoch.validationAccuracy), percent(best?.validationAccuracy ?? NaN))]),
    ...(lastStep === undefined ? [] : [texts.rate(figure(lastStep.learningRate))]),
    ...(stepsPerSecond > 0
      ? [texts.speed(formatNumber(Math.round(stepsPerSecond)), durationText(left / stepsPerSecond))]
      : []),
  ].join('  ');
}

/** Summary of a training, in two or three lines. */
export function summaryText(record: TrainingRecord, texts: TrainTexts): string {
  const { started, finished, best, steps, seconds, stepsPerSecond } = record;
  const backend = started === undefined ? undefined : backendText(started.backend);
  return [
    texts.took(steps, durationText(seconds), backend, formatNumber(Math.round(stepsPerSecond))),
    ...(best === undefined ? [] : [texts.bestAccuracy(percent(best.validationAccuracy), best.epoch)]),
    ...(finished === undefined ? [] : [texts.endAccuracy(percent(finished.validationAccuracy))]),
  ].join('\n');
}

/** `wasm (tfjs-backend-wasm 4.22.0 with SIMD)`. */
export function backendText({ name, version }: { readonly name: string; readonly version: string }): string {
  return version === '' ? name : `${name} (${version})`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function barOf(share: number): string {
  const full = Math.floor(barLength * share);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}

export function figure(value: number | string): string {
  return typeof value === 'string' ? value : formatNumber(value);
}

export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}
