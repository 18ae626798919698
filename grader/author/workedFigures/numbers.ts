/** A number in a text. */
export interface PrintedNumber {
  /** Position in its file. */
  readonly at: number;
  /** As written: `−0.1640`, `6.118e-7`, `10{,}000`. */
  readonly text: string;
  readonly value: number;
}

const separator = /\{,\}|,/g;
// A minus is a sign unless an operand precedes it.
const printedNumber =
  /(?<![\w.])(?:(?<![\w)\]}])[-−])?(?:\d{1,3}(?:(?:\{,\}|,)\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:e-?\d+)?(?![A-Za-z\d])/g;

/** The numbers of a text, in order, except those in names such as `l2Distances`. */
export function numbersIn(text: string, offset = 0): readonly PrintedNumber[] {
  return [...text.matchAll(printedNumber)].map(({ 0: number, index }) => ({
    at: offset + index,
    text: number,
    value: valueOf(number),
  }));
}

/** Replaces the numbers of a text by index. */
export function replaceNumbers(text: string, by: (index: number) => string): string {
  let index = 0;
  return text.replace(printedNumber, () => by(index++));
}

function valueOf(text: string): number {
  return Number(text.replace(separator, '').replace('−', '-'));
}

/** Whether a number looks computed: at least three significant digits. */
export function isFigure({ text }: PrintedNumber): boolean {
  const [mantissa = ''] = text.replace(separator, '').split('e');
  const digits = mantissa.replace(/^[-−0.]+/, '');
  return (mantissa.includes('.') ? digits.replace('.', '') : digits.replace(/0+$/, '')).length >= 3;
}

/** Whether a value rounds to a printed number. At a tie both neighbours match. */
export function saysThat({ text, value: printed }: PrintedNumber, value: number): boolean {
  return Math.abs(printed - value) <= 0.5000001 * unitOf(text);
}

/** Formats a value with the digits, notation and signs of a printed number. */
export function printedLike(value: number, text: string): string {
  const plain = text.replace(separator, '');
  const places = decimalsOf(plain);
  const digits = plain.includes('e') ? value.toExponential(places) : value.toFixed(places);
  const comma = text.includes('{,}') ? '{,}' : text.includes(',') ? ',' : '';
  const signed = text.includes('-') ? digits : digits.replace(/^-/, '−');
  return comma === '' ? signed : signed.replace(/\B(?=(?:\d{3})+(?!\d))/g, comma);
}

function decimalsOf(plain: string): number {
  return (/\.(\d+)/.exec(plain)?.[1] ?? '').length;
}

function unitOf(text: string): number {
  return 10 ** (Number(/e(-?\d+)/.exec(text)?.[1] ?? 0) - decimalsOf(text.replace(separator, '')));
}
