import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type { AdamOptions, AdamResult, AdamState } from 'descent';

export type AdamStep<O = AdamOptions> = (w: Tensor, dw: Tensor, state: AdamState, options: O) => AdamResult;

/** A mistake in one of Adam's lines; missing fields are right. */
interface Slip {
  readonly corrected?: 'neither' | 'first' | 'second';
  /** Added to the previous count of steps, in β^t and in the returned count. */
  readonly power?: number;
  readonly count?: number;
  readonly betas?: 'swapped';
  readonly newWeight?: 'missing';
  readonly squared?: boolean;
  readonly root?: boolean;
  readonly epsilon?: 'insideRoot' | 'missing' | 'beforeCorrection';
  readonly keeps?: 'correctedMoments' | 'oldMoments';
}

/** Mistakes that Adam, Adam with L2 and AdamW share. */
const slips: Readonly<Record<string, Slip>> = {
  'no-bias-correction': { corrected: 'neither' },
  'first-moment-alone-corrected': { corrected: 'first' },
  'second-moment-alone-corrected': { corrected: 'second' },
  'count-not-increased': { power: 0, count: 0 },
  'power-one-behind': { power: 0 },
  'power-one-ahead': { power: 2 },
  'counted-twice': { power: 2, count: 2 },
  'old-count-returned': { count: 0 },
  'betas-swapped': { betas: 'swapped' },
  'gradient-unweighted': { newWeight: 'missing' },
  'gradient-not-squared': { squared: false },
  'no-root': { root: false },
  'epsilon-inside-root': { epsilon: 'insideRoot' },
  'epsilon-before-correction': { epsilon: 'beforeCorrection' },
  'epsilon-missing': { epsilon: 'missing' },
  'corrected-moments-kept': { keeps: 'correctedMoments' },
  'old-moments-returned': { keeps: 'oldMoments' },
};

/** The shared mistakes by id; `build` adds the decay, if any. */
export function adamMistakes<O>(build: (adam: AdamStep) => AdamStep<O>): Record<string, AdamStep<O>> {
  return Object.fromEntries(Object.entries(slips).map(([id, slip]) => [id, build(adamWith(slip))]));
}

function adamWith({
  corrected,
  power = 1,
  count = 1,
  betas,
  newWeight,
  squared = true,
  root = true,
  epsilon,
  keeps,
}: Slip): AdamStep {
  return (w, dw, state, options) => {
    const [beta1, beta2] = betas === 'swapped' ? [options.beta2, options.beta1] : [options.beta1, options.beta2];
    const mean = (old: Tensor, value: Tensor, beta: number): Tensor =>
      old.mul(beta).add(newWeight === 'missing' ? value : value.mul(1 - beta));
    const m = mean(state.m, dw, beta1);
    const v = mean(state.v, squared ? dw.square() : dw, beta2);
    const t = state.t + power;
    const first = corrected === undefined || corrected === 'first' ? 1 - beta1 ** t : 1;
    const second = corrected === undefined || corrected === 'second' ? 1 - beta2 ** t : 1;
    const [mHat, vHat] = [m.div(first), v.div(second)];
    const rootOf = (x: Tensor): Tensor => (root ? x.sqrt() : x);
    const divisors = {
      right: () => rootOf(vHat).add(options.epsilon),
      insideRoot: () => rootOf(vHat.add(options.epsilon)),
      missing: () => rootOf(vHat),
      beforeCorrection: () => rootOf(v).add(options.epsilon).div(Math.sqrt(second)),
    };
    const next = w.sub(mHat.mul(options.learningRate).div(divisors[epsilon ?? 'right']()));
    const memories = {
      moments: () => ({ m, v }),
      correctedMoments: () => ({ m: mHat, v: vHat }),
      oldMoments: () => ({ m: tf.clone(state.m), v: tf.clone(state.v) }),
    };
    return { w: next, state: { ...memories[keeps ?? 'moments'](), t: state.t + count } };
  };
}
