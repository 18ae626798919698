/**
 * Every bound that a check uses, with its reason.
 *
 * Note [Rounding]: a double carries 2⁻⁵² ≈ 2.2e-16. Two correct solutions that order their sums differently differ by a
 * few hundred times that; the mildest known mistake is at least a hundred times beyond the bound.
 */
export const tolerances = {
  /** Reference and property checks: norms and elements, relative. */
  relative: 1e-9,
  /** Elements that should be 0 carry the rounding of the numbers they were computed from: times the case's scale. */
  absolute: 1e-12,
  /** Makes the relative error of 0 and 0 equal 0. */
  relativeErrorGuard: 1e-8,
  /** Gradient bands of the course. */
  gradientPerfect: 1e-7,
  gradientAcceptable: 1e-5,
  gradientSuspicious: 1e-3,
  /** Step of a central difference, times max(1, |w|): the cube root of 2⁻⁵² is 6e-6. */
  differenceStep: 1e-5,
  /** Rounding noise of a central difference: this times max|f|/h. */
  differenceNoise: 10 * 2 ** -52,
  /** A case whose noise exceeds this share of the gradient can't decide a gradient check. */
  undecidableNoise: 1e-3,
  /** A larger relative disagreement of one-sided differences, or of two step sizes, indicates a kink. */
  kink: 1e-7,
  /** A recognised mistake equals the recorded one this closely … */
  mistakeEqual: 1e-9,
  /** … and is at least this far from the reference. */
  mistakeApart: 1e-6,
} as const;
