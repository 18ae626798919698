/**
 * Formats a number as a person would: integers in full, others to `digits` significant digits, small ones like 1e-9.
 */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (magnitude < 1e-4 || magnitude >= 1e7) return shortExponential(value, digits);
  if (Number.isInteger(value)) return String(value);
  // Digits before the decimal point are never rounded away.
  return String(Number(value.toPrecision(Math.max(digits, Math.floor(Math.log10(magnitude)) + 1))));
}

/** Formats two numbers with enough digits to tell them apart, and equally many decimals. */
export function formatApart(a: number, b: number): readonly [string, string] {
  for (let digits = 4; digits < 18; digits += 1) {
    const pair = [formatNumber(a, digits), formatNumber(b, digits)] as const;
    if (pair[0] !== pair[1]) return aligned(...pair);
  }
  return [String(a), String(b)];
}

/** Formats a relative error with two digits. */
export function formatError(error: number): string {
  if (!Number.isFinite(error) || error === 0 || error >= 0.01) return formatNumber(error, 2);
  return shortExponential(error, 2);
}

function shortExponential(value: number, digits: number): string {
  return value
    .toExponential(digits - 1)
    .replace(/(\.\d*?)0+e/, '$1e')
    .replace('.e', 'e')
    .replace('e+', 'e');
}

// 0.85 next to 0.855 is easier to read as 0.850.
function aligned(a: string, b: string): readonly [string, string] {
  const decimals = [a, b].map((text) => /^-?\d+\.(\d+)$/.exec(text)?.[1]?.length ?? 0);
  const maximum = Math.max(...decimals);
  const plain = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
  if (!plain(a) || !plain(b) || !decimals.every((count) => count > 0)) return [a, b];
  return [
    a.padEnd(a.length + maximum - (decimals[0] ?? 0), '0'),
    b.padEnd(b.length + maximum - (decimals[1] ?? 0), '0'),
  ];
}
