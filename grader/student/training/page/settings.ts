import type { TrainingConfig } from '../config';

/** Settings of a run, as options of the command. */
export function settingsOf(config: TrainingConfig): string {
  const { trainer, optimizer, learningRate, schedule, warmupSteps, batchSize, lambda, weightDecay, seed } = config;
  if (trainer === 'gradientDescent') return `gradientDescent ${learningRate}, λ ${lambda}, seed ${seed}`;
  const rate = `${schedule} ${learningRate}${warmupSteps === 0 ? '' : `, warmup ${warmupSteps}`}`;
  const decay = optimizer === 'adamL2' || optimizer === 'adamW' ? `, weight decay ${weightDecay}` : '';
  return `${optimizer}, ${rate}, batch ${batchSize}, λ ${lambda}${decay}, seed ${seed}`;
}
