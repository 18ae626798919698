const digits = 700n;

const multiply = (a: bigint, b: bigint): bigint => (a * b) >> digits;

/** A double as an exact multiple of 2⁻⁷⁰⁰. */
function fixedPoint(value: number): bigint {
  return BigInt(value * 2 ** 400) << (digits - 400n);
}

/** |e^(−ηλt) / (1 − ηλ)^t − 1| in integer arithmetic with 700 binary digits after the point. */
export function exactApproximationError(learningRate: number, lambda: number, t: number): number {
  const a = multiply(fixedPoint(learningRate), fixedPoint(lambda));
  // s = t (a²/2 + a³/3 + …), the logarithm of the ratio
  let s = 0n;
  for (let power = multiply(a, a), k = 2n; power > 0n; power = multiply(power, a), k += 1n) s += power / k;
  s *= BigInt(t);
  // e^s − 1 = s + s²/2 + s³/6 + …
  let result = 0n;
  for (let term = s, k = 2n; term > 0n; term = multiply(term, s) / k, k += 1n) result += term;
  // The leading 64 bits suffice for a double.
  const shift = BigInt(Math.max(0, result.toString(2).length - 64));
  return Number(result >> shift) * 2 ** Number(shift - digits / 2n) * 2 ** -Number(digits / 2n);
}
