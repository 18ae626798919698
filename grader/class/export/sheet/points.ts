import { roundPoints } from '../../../pipeline/score';

/** The decimal sign of numbers that a platform wrote. */
export function decimalSignOf(numbers: readonly string[]): '.' | ',' {
  return numbers.some((text) => /^\s*\d+,\d+\s*$/.test(text)) ? ',' : '.';
}

/** Points to hundredths, as gradebooks store them. */
export function pointsText(points: number, sign: '.' | ',' = '.'): string {
  return String(roundPoints(points)).replace('.', sign);
}

/** Reads `7.5`, `7,50` or `1,000.00`; undefined if it is not a number, or may be two, such as `1,000`. */
export function readPoints(text: string): number | undefined {
  if (/^[1-9]\d*,\d{3}$/.test(text.trim())) return undefined;
  const parts = text.trim().split(/[.,]/);
  const decimals = parts.length > 1 ? parts.pop() : undefined;
  const digits = `${parts.join('')}${decimals === undefined ? '' : `.${decimals}`}`;
  return /^\d+(?:\.\d*)?$/.test(digits) ? Number(digits) : undefined;
}
