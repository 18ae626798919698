/**
 * Learning-rate schedules, and how to find an initial rate.
 *
 * Letters, the same in every function:
 *
 * | letter           | meaning                                                           |
 * | ---------------- | ----------------------------------------------------------------- |
 * | `t`              | steps made so far: a whole number, 0 before the first step        |
 * | `lr0` (η₀)       | initial learning rate, > 0                                        |
 * | `total` (T)      | steps of the whole training, ≥ 1                                  |
 * | `k`              | speed of a decay, ≥ 0                                             |
 *
 * Everything here is plain numbers, lists and functions. A schedule is pure: the same t gives the same rate, in any
 * order of calls.
 */

import { NotImplementedError } from 'descent';

/**
 * Exponential decay: every step loses the same share.
 *
 * Formula: η(t) = η₀ e^(−kt)
 *
 * @param lr0 - rate at t = 0
 * @param k - speed of the decay, ≥ 0
 * @param t - steps made, ≥ 0
 * @returns the learning rate
 *
 * Worked example: lr0 = 0.1 and k = 0.01 give 0.1, 0.0368, 0.0135 and 0.0050 at t = 0, 100, 200 and 300.
 */
export function exponentialDecay(lr0: number, k: number, t: number): number {
  // TODO: lr0 times e to the power of −kt; mind the sign and the base
  throw new NotImplementedError('exponentialDecay');
}

/**
 * Step decay: constant for a while, then a drop.
 *
 * Formula: η(t) = η₀ factor^⌊t/every⌋
 *
 * @param lr0 - rate before the first drop
 * @param factor - the factor of each drop, between 0 and 1
 * @param every - steps from one drop to the next, ≥ 1
 * @param t - steps made, ≥ 0
 * @returns the learning rate
 *
 * Worked example: lr0 = 0.8, factor = 0.25 and every = 10 give 0.8 up to t = 9, 0.2 from t = 10, 0.05 from t = 20.
 */
export function stepDecay(lr0: number, factor: number, every: number, t: number): number {
  // TODO: one factor per drop so far; only completed intervals count, and the first drop is at t =
  //       every
  throw new NotImplementedError('stepDecay');
}

/**
 * Cosine decay along half a wave: slow, fast, slow.
 *
 * Formula: η(t) = ½ η₀ (1 + cos(πt/T)), and 0 after T
 *
 * @param lr0 - rate at t = 0
 * @param t - steps made, ≥ 0; may be more than `total`
 * @param total - T, the step at which the rate reaches 0
 * @returns the learning rate
 *
 * Worked example: lr0 = 0.2 and total = 100 give 0.2, 0.1707, 0.1, 0.0293 and 0 at t = 0, 25, 50, 75 and 100.
 */
export function cosineDecay(lr0: number, t: number, total: number): number {
  // TODO: half a wave from lr0 down to 0; a cosine rises again after that, the rate must not
  throw new NotImplementedError('cosineDecay');
}

/**
 * Linear decay.
 *
 * Formula: η(t) = η₀ (1 − t/T), and 0 after T
 *
 * @param lr0 - rate at t = 0
 * @param t - steps made, ≥ 0; may be more than `total`
 * @param total - T, the step at which the rate reaches 0
 * @returns the learning rate
 *
 * Worked example: lr0 = 0.2 and total = 100 give 0.2, 0.15, 0.1 and 0 at t = 0, 25, 50 and 100, and 0 at t = 120.
 */
export function linearDecay(lr0: number, t: number, total: number): number {
  // TODO: from lr0 at t = 0 straight to 0 at t = total; a rate is never negative
  throw new NotImplementedError('linearDecay');
}

/**
 * Inverse square root decay, which needs no total: fast at first, then ever more slowly.
 *
 * Formula: η(t) = η₀ / √max(t, 1)
 *
 * @param lr0 - rate at t = 0 and at t = 1
 * @param t - steps made, ≥ 0
 * @returns the learning rate
 *
 * Worked example: lr0 = 0.6 gives 0.6, 0.6, 0.3 and 0.2 at t = 0, 1, 4 and 9.
 */
export function inverseSqrtDecay(lr0: number, t: number): number {
  // TODO: lr0 divided by the root of t; at t = 0 that would be a division by 0
  throw new NotImplementedError('inverseSqrtDecay');
}

/**
 * Puts a warm-up in front of a schedule: a ramp up to its first rate, after which the schedule starts at 0.
 *
 * Formula: η(t) = schedule(0) · (t + 1)/warmupSteps while t < warmupSteps, then schedule(t − warmupSteps)
 *
 * @param schedule - a learning rate for each t ≥ 0
 * @param warmupSteps - steps of the ramp, ≥ 0
 * @returns a schedule: a function of t
 *
 * Worked example: a schedule that gives 0.8, 0.4, 0.2 at t = 0, 1, 2, with 4 steps of warm-up,
 * becomes one that gives 0.2, 0.4, 0.6, 0.8, 0.8, 0.4, 0.2 at t = 0 … 6.
 */
export function withWarmup(schedule: (t: number) => number, warmupSteps: number): (t: number) => number {
  // TODO: return a function of t; the ramp starts above 0, and the schedule itself starts after the
  //       ramp
  throw new NotImplementedError('withWarmup');
}

/**
 * Learning rates to try in a range test: a geometric progression from a tiny rate to one that is far too large.
 *
 * Formula: r_i = lrMin (lrMax/lrMin)^(i/(steps − 1)), i = 0 … steps − 1
 *
 * @param lrMin - the first rate, > 0
 * @param lrMax - the last rate, > lrMin
 * @param steps - number of rates, ≥ 2
 * @returns exactly `steps` rates, rising, both ends included
 *
 * Worked example: 4 rates from 0.001 to 1 are 0.001, 0.01, 0.1 and 1.
 */
export function rangeTestRates(lrMin: number, lrMax: number, steps: number): number[] {
  // TODO: evenly spaced logarithms; 4 rates have 3 gaps between them, and both ends are included
  throw new NotImplementedError('rangeTestRates');
}

/**
 * Evaluates a range test: the rate at the start of the interval where the loss falls fastest.
 *
 * Formula: r_i with the smallest slope (L_{i+1} − L_i) / (log r_{i+1} − log r_i), where both losses and all before them
 * are finite
 *
 * @param rates - rising, > 0, not necessarily evenly spaced
 * @param losses - the loss at each rate; may become NaN or infinite, after which nothing counts. It falls at least once
 *   before.
 * @returns one of the rates
 *
 * Worked example: the rates 0.001, 0.01, 0.1, 1 with the losses 3, 2.9, 1, NaN. The loss falls by 0.1 from 0.001 to
 * 0.01, and by 1.9 from 0.01 to 0.1; the last interval isn't finite. The suggestion is 0.01.
 */
export function suggestRate(rates: number[], losses: number[]): number {
  // TODO: the start, not the end, of the steepest fall per log(rate); stop at the first loss that
  //       isn't finite
  throw new NotImplementedError('suggestRate');
}

/**
 * Tries all candidates and keeps the one with the lowest score.
 *
 * Formula: best = argmin_c evaluate(c), the first of equals; a NaN never wins against a number
 *
 * @param candidates - at least one, of any type: a rate, a name, a record of options
 * @param evaluate - the score of a candidate, such as a validation loss; may be NaN or infinite
 * @returns `best`, the candidate itself, and its `score`; where all scores are NaN, the first candidate and NaN
 *
 * Worked example: the candidates 1, 2, 4 with the score (c − 2.5)² have the scores 2.25, 0.25, 2.25, so best = 2 and
 * score = 0.25.
 */
export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  // TODO: return {best, score}; every comparison with NaN is false, so ask for it by name
  throw new NotImplementedError('gridSearch');
}
