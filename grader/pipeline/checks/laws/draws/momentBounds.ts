/** Distributions with known tail bounds for the mean. */
export const distributions = ['uniform', 'normal'] as const;

export type Distribution = (typeof distributions)[number];

export interface MomentBounds {
  /** How far the mean of all numbers may be from the true one. */
  readonly mean: number;
  /** Bounds of the mean squared distance from the true mean. */
  readonly variance: readonly [least: number, most: number];
}

/**
 * Bounds of the moments of `count` independent numbers.
 *
 * Note [Moments by chance]: correct numbers violate each of the two bounds with a probability of at most `falseAlarms`,
 * whatever generator they come from, as long as they are independent and follow the distribution.
 * - Normal: P(|mean| > σz/√n) ≤ e^(−z²/2). For the sum of n squares, P(S − n ≥ 2√(nx) + 2x) ≤ e^(−x) and P(n − S ≥
 * 2√(nx)) ≤ e^(−x) (Laurent and Massart, 2000).
 * - Uniform on ±√3σ: Bernstein's inequality, for numbers of variance v within b of their mean: P(|mean| ≥ t) ≤
 * 2e^(−nt²/(2v + 2bt/3)). For the numbers v = σ² and b = √3σ; for their squares v = 4σ⁴/5 and b = 2σ².
 */
export function momentBounds(
  distribution: Distribution,
  { variance, count }: { readonly variance: number; readonly count: number },
  falseAlarms: number,
): MomentBounds {
  const x = Math.log(2 / falseAlarms);
  if (distribution === 'normal') {
    const below = 2 * Math.sqrt(x / count);
    const above = below + (2 * x) / count;
    return {
      mean: Math.sqrt((2 * variance * Math.log(1 / falseAlarms)) / count),
      variance: [variance * (1 - below), variance * (1 + above)],
    };
  }
  const bernstein = (v: number, b: number): number => {
    const linear = (b * x) / 3;
    return (linear + Math.sqrt(linear ** 2 + 2 * v * x * count)) / count;
  };
  const ofSquares = bernstein(0.8 * variance ** 2, 2 * variance);
  return {
    mean: bernstein(variance, Math.sqrt(3 * variance)),
    variance: [variance - ofSquares, variance + ofSquares],
  };
}
