import { formatNumber } from '../../pipeline/report';
import type { TrainingRecord } from './TrainingRecord';

const barLength = 20;

/**
 * One line on how far a training is: `epoch 12/30  step 120/300  loss 0.2131  accuracy 94.3 % (best 94.9 %)  rate 0.5
 * 412 steps/s  1 s left`.
 */
export function progressText(record: TrainingRecord, { bar }: { readonly bar: boolean }): string {
  const { started, lastStep, lastEpoch, best, steps, plannedSteps, stepsPerSecond, config } = record;
  if (started === undefined) return 'starting';
  const share = plannedSteps === 0 ? 0 : Math.min(1, steps / plannedSteps);
  const epoch = Math.min(config.epochs, Math.floor(steps / started.stepsPerEpoch));
  const left = Math.max(0, plannedSteps - steps);
  return [
    ...(bar ? [barOf(share)] : []),
    `epoch ${epoch}/${config.epochs}`,
    `step ${steps}/${plannedSteps}`,
    ...(lastStep === undefined ? [] : [`loss ${figure(lastStep.loss)}`]),
    ...(lastEpoch === undefined
      ? []
      : [`accuracy ${percent(lastEpoch.validationAccuracy)} (best ${percent(best?.validationAccuracy ?? NaN)})`]),
    ...(lastStep === undefined ? [] : [`rate ${figure(lastStep.learningRate)}`]),
    ...(stepsPerSecond > 0
      ? [`${formatNumber(Math.round(stepsPerSecond))} steps/s`, `${durationText(left / stepsPerSecond)} left`]
      : []),
  ].join('  ');
}

/** How a training went, in two or three lines. */
export function summaryText(record: TrainingRecord): string {
  const { started, finished, best, steps, seconds, stepsPerSecond } = record;
  const on = started === undefined ? '' : ` on ${backendText(started.backend)}`;
  const lines = [
    `${steps} steps in ${durationText(seconds)}${on}, ${formatNumber(Math.round(stepsPerSecond))} a second`,
  ];
  if (best !== undefined)
    lines.push(`validation accuracy ${percent(best.validationAccuracy)} at best, after epoch ${best.epoch}`);
  if (finished !== undefined) lines.push(`validation accuracy ${percent(finished.validationAccuracy)} at the end`);
  return lines.join('\n');
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

function figure(value: number | string): string {
  return typeof value === 'string' ? value : formatNumber(value);
}

function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}
