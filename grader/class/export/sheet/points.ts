import { roundPoints } from '../../../pipeline/score';

/** The sign between whole points and the rest, in the numbers that a platform wrote itself. */
export function decimalSignOf(numbers: readonly string[]): '.' | ',' {
  return numbers.some((text) => /^\s*\d+,\d+\s*$/.test(text)) ? ',' : '.';
}

/** Points to hundredths, which is what gradebooks keep. */
export function pointsText(points: number, sign: '.' | ',' = '.'): string {
  return String(roundPoints(points)).replace('.', sign);
}

/** Reads `7.5`, `7,50` or `1,000.00`; undefined if it is no number. */
export function readPoints(text: string): number | undefined {
  const parts = text.trim().split(/[.,]/);
  const decimals = parts.length > 1 ? parts.pop() : undefined;
  const digits = `${parts.join('')}${decimals === undefined ? '' : `.${decimals}`}`;
  return /^\d+(?:\.\d*)?$/.test(digits) ? Number(digits) : undefined;
}
