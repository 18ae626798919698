/** A number as a text shows it. */
export interface PrintedNumber {
  /** Where it begins in its file. */
  readonly at: number;
  /** As it stands there: `−0.1640`, `6.118e-7`, `10{,}000`. */
  readonly text: string;
  readonly value: number;
}

const separator = /\{,\}|,/g;
// A sign belongs to a number unless something stands before it that the number could be taken off from.
const printedNumber =
  /(?<![\w.])(?:(?<![\w)\]}])[-−])?(?:\d{1,3}(?:(?:\{,\}|,)\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:e-?\d+)?(?![A-Za-z\d])/g;

/** The numbers of a text, in order. Those that are part of a name, as in `l2Distances`, are none. */
export function numbersIn(text: string, offset = 0): readonly PrintedNumber[] {
  return [...text.matchAll(printedNumber)].map(({ 0: number, index }) => ({
    at: offset + index,
    text: number,
    value: valueOf(number),
  }));
}

/** A text whose numbers are replaced by what stands for each of them, by its place among them. */
export function replaceNumbers(text: string, by: (index: number) => string): string {
  let index = 0;
  return text.replace(printedNumber, () => by(index++));
}

function valueOf(text: string): number {
  return Number(text.replace(separator, '').replace('−', '-'));
}

/** Whether a number says so much that someone must have computed it: at least three significant digits. */
export function isFigure({ text }: PrintedNumber): boolean {
  const [mantissa = ''] = text.replace(separator, '').split('e');
  const digits = mantissa.replace(/^[-−0.]+/, '');
  return (mantissa.includes('.') ? digits.replace('.', '') : digits.replace(/0+$/, '')).length >= 3;
}

/** Whether a printed number is what a value rounds to. At a tie both neighbours are. */
export function saysThat({ text, value: printed }: PrintedNumber, value: number): boolean {
  return Math.abs(printed - value) <= 0.5000001 * unitOf(text);
}

/** A value with the digits, the notation and the signs of a number that is printed. */
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
