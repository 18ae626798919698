/** A number as a person would write it: at most `digits` significant ones, no trailing zeros, 1e-9 for the small. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e7) return String(Number(value.toPrecision(digits)));
  return value
    .toExponential(digits - 1)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e');
}

/** Two numbers with as many digits as it takes to tell them apart. */
export function formatApart(a: number, b: number): readonly [string, string] {
  for (let digits = 4; digits < 17; digits += 1) {
    const pair = [formatNumber(a, digits), formatNumber(b, digits)] as const;
    if (pair[0] !== pair[1]) return pair;
  }
  return [String(a), String(b)];
}

/** A relative error: two digits say all. */
export function formatError(error: number): string {
  return Number.isFinite(error) ? error.toExponential(1).replace('e+', 'e').replace('.0e', 'e') : String(error);
}
