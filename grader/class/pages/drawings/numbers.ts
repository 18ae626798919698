import { formatNumber } from '../../../pipeline/words/formatNumber';
import type { JsonNumber } from '../../../pipeline/words/jsonNumber';
import type { Point } from '../../../pipeline/report/pictures';

/** The number; JSON has non-finite ones as strings. */
export function numberOf(value: JsonNumber): number {
  return Number(value);
}

/** `(0.5, −1)` as text. */
export function formatPoint([x, y]: Point): string {
  return `(${formatNumber(numberOf(x), 3)}, ${formatNumber(numberOf(y), 3)})`;
}
