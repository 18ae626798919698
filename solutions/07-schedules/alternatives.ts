/** Independent right solutions, written differently from the reference. */
import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';

/** The number in a rank-0 tensor, without leaks. */
const numberOf = (compute: () => tf.Tensor): number => tf.tidy(() => (compute() as Scalar).arraySync());

export const exponentialDecay = {
  'a power of e': (lr0: number, k: number, t: number): number => lr0 / Math.E ** (k * t),
  'sum of logarithms': (lr0: number, k: number, t: number): number => Math.exp(Math.log(lr0) - k * t),
  'step by step': (lr0: number, k: number, t: number): number => {
    let rate = lr0;
    for (let step = 0; step < t; step += 1) rate *= Math.exp(-k);
    return rate;
  },
};

export const stepDecay = {
  'step by step': (lr0: number, factor: number, every: number, t: number): number => {
    let rate = lr0;
    for (let step = 1; step <= t; step += 1) if (step % every === 0) rate *= factor;
    return rate;
  },
  'minus the remainder': (lr0: number, factor: number, every: number, t: number): number =>
    lr0 * Math.exp(((t - (t % every)) / every) * Math.log(factor)),
};

export const cosineDecay = {
  'squared cosine': (lr0: number, t: number, total: number): number =>
    t < total ? lr0 * Math.cos((Math.PI * t) / (2 * total)) ** 2 : 0,
  'cosine of tfjs': (lr0: number, t: number, total: number): number =>
    numberOf(() =>
      tf
        .scalar(t / total)
        .clipByValue(0, 1)
        .mul(Math.PI)
        .cos()
        .add(1)
        .mul(lr0 / 2),
    ),
};

export const linearDecay = {
  'share that is left': (lr0: number, t: number, total: number): number => (lr0 * Math.max(total - t, 0)) / total,
  'relu of tfjs': (lr0: number, t: number, total: number): number =>
    numberOf(() => tf.relu(tf.scalar(lr0 - (lr0 * t) / total))),
};

export const inverseSqrtDecay = {
  'power of minus a half': (lr0: number, t: number): number => (t < 1 ? lr0 : lr0 * t ** -0.5),
  'maximum outside the root': (lr0: number, t: number): number => lr0 / Math.max(Math.sqrt(t), 1),
  'rsqrt of tfjs': (lr0: number, t: number): number => numberOf(() => tf.scalar(t).maximum(1).rsqrt().mul(lr0)),
};

type Schedule = (t: number) => number;

export const withWarmup = {
  'two functions': (schedule: Schedule, warmupSteps: number): Schedule => {
    const increment = warmupSteps > 0 ? schedule(0) / warmupSteps : 0;
    const ramp: Schedule = (t) => increment * (t + 1);
    const shifted: Schedule = (t) => schedule(t - warmupSteps);
    return (t) => (warmupSteps > t ? ramp(t) : shifted(t));
  },
  'a factor and a shifted time': (schedule: Schedule, warmupSteps: number): Schedule =>
    function warmed(t) {
      const warmth = warmupSteps === 0 ? 1 : Math.min(1, (t + 1) / warmupSteps);
      return warmth * schedule(Math.max(0, t - warmupSteps));
    },
};

export const rangeTestRates = {
  'evenly spaced logarithms': (lrMin: number, lrMax: number, steps: number): number[] => {
    const [first, last] = [Math.log10(lrMin), Math.log10(lrMax)];
    return Array.from({ length: steps }, (_, i) => 10 ** (first + (i * (last - first)) / (steps - 1)));
  },
  'factor by factor': (lrMin: number, lrMax: number, steps: number): number[] => {
    const factor = Math.pow(lrMax / lrMin, 1 / (steps - 1));
    const rates = [lrMin];
    while (rates.length < steps) rates.push((rates.at(-1) ?? NaN) * factor);
    return rates;
  },
};

const isUsable = (losses: readonly number[], i: number): boolean =>
  losses.slice(0, i + 1).every((loss) => Number.isFinite(loss));

export const suggestRate = {
  'sorted intervals': (rates: number[], losses: number[]): number => {
    const intervals = rates.slice(1).map((rate, i) => {
      const start = rates[i] ?? NaN;
      return {
        start,
        end: i + 1,
        fall: ((losses[i] ?? NaN) - (losses[i + 1] ?? NaN)) / (Math.log10(rate) - Math.log10(start)),
      };
    });
    const [steepest] = intervals.filter(({ end }) => isUsable(losses, end)).toSorted((a, b) => b.fall - a.fall);
    return steepest?.start ?? NaN;
  },
  'tensors of the finite beginning': (rates: number[], losses: number[]): number =>
    tf.tidy(() => {
      const broken = losses.findIndex((loss) => !Number.isFinite(loss));
      const count = broken === -1 ? losses.length : broken;
      const steps = (values: tf.Tensor1D): tf.Tensor1D => values.slice(1).sub(values.slice(0, count - 1));
      const slopes = steps(tf.tensor1d(losses.slice(0, count))).div(steps(tf.tensor1d(rates.slice(0, count)).log()));
      return rates[(slopes.argMin() as Scalar).arraySync()] ?? NaN;
    }),
};

export const gridSearch = {
  loop: <T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } => {
    const [first, ...others] = candidates as [T, ...T[]];
    let [best, score] = [first, evaluate(first)];
    for (const candidate of others) {
      const rival = evaluate(candidate);
      if (Number.isNaN(rival) || rival >= score) continue;
      [best, score] = [candidate, rival];
    }
    return { best, score };
  },
  // A stable sort keeps the order of equals.
  'sorted, numbers first': <T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } => {
    const scores = candidates.map(evaluate);
    const order = [...scores.keys()].sort((i, j) => {
      const [a = NaN, b = NaN] = [scores[i], scores[j]];
      if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
      return a === b ? 0 : a < b ? -1 : 1;
    });
    const winner = order[0] ?? 0;
    return { best: candidates[winner] as T, score: scores[winner] ?? NaN };
  },
};
