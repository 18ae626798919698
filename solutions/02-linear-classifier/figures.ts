/** Helpers for worked figures of the handout, in addition to the solution. */

/**
 * Largest over smallest curvature of the mean squared error of w·x + b, in w and b: the eigenvalues of
 * [[mean x², mean x], [mean x, 1]].
 */
export function curvatureRatio(x: readonly number[]): number {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [square, linear] = [mean(x.map((one) => one ** 2)), mean(x)];
  const [half, determinant] = [(square + 1) / 2, square - linear ** 2];
  const largest = half + Math.sqrt(half ** 2 - determinant);
  return largest ** 2 / determinant;
}
