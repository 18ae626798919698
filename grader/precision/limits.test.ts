import * as tf from './tfjs';

/** ∫ of the bell curve by its Taylor series, accurate to 1e-15 for |x| ≤ 1: 2/√π · Σ (−1)ⁿ x²ⁿ⁺¹ / (n!·(2n+1)) */
function erf(x: number): number {
  let total = 0;
  let power = x;
  for (let n = 0; n < 30; n += 1) {
    total += power / (2 * n + 1);
    power *= -(x * x) / (n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * total;
}

const numberOf = (compute: () => tf.Tensor): number => tf.tidy(() => compute().dataSync()[0] ?? NaN);

// These tests pin down limits of tfjs. If one fails because tfjs improved, shorten the README's list.
describe('what is not double in double precision', () => {
  it('should be erf, off by up to 1.4e-7', () => {
    const errors = Array.from({ length: 201 }, (_, i) => (i - 100) / 100).map((x) =>
      Math.abs(numberOf(() => tf.erf([x])) - erf(x)),
    );
    expect(Math.max(...errors)).toBeGreaterThan(1.3e-7);
    expect(Math.max(...errors)).toBeLessThan(1.5e-7);
  });

  it('should be softplus and logSigmoid beyond ±13.94, where they drop their small part', () => {
    // softplus(14) = 14 + ln(1 + e⁻¹⁴) and logSigmoid(x) = −softplus(−x)
    expect(numberOf(() => tf.softplus([14]))).toBe(14);
    expect(numberOf(() => tf.logSigmoid([-14]))).toBe(-14);
    // ln(1 + eˣ) = eˣ(1 − eˣ/2 + …), of which eˣ is left: e⁻¹³·⁹⁵/2 = 4.37e-7
    expect(numberOf(() => tf.softplus([-13.95])) / Math.log1p(Math.exp(-13.95)) - 1).toBeCloseTo(4.37e-7, 9);
    // Just inside, both are double.
    expect(Math.abs(numberOf(() => tf.softplus([13.9])) / (13.9 + Math.log1p(Math.exp(-13.9))) - 1)).toBeLessThan(
      1e-15,
    );
  });

  it('should be the default ε, 1e-7', () => {
    expect(tf.backend().epsilon()).toBe(1e-7);
    // −ln(½ + 1e-7) = ln 2 − 2e-7, to first order
    expect(numberOf(() => tf.losses.logLoss([1], [0.5])) - Math.LN2).toBeCloseTo(-2e-7, 12);
  });

  it('should be the division of int32 tensors, which rounds down', () => {
    expect(numberOf(() => tf.div(tf.tensor1d([7], 'int32'), tf.scalar(2, 'int32')))).toBe(3);
  });
});
