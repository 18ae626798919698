/**
 * The figures of a text: its numbers with at least three significant digits, sorted, unique, without signs.
 */
export function figuresOf(text: string): readonly string[] {
  const plain = text.replace(/(?<=\d)(?:\{,\}|,)(?=\d{3}(?!\d))/g, '');
  const numbers = [...plain.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?:e-?\d+)?(?![a-z\d])/g)].map(([number]) => number);
  return [...new Set(numbers.filter((number) => significantDigits(number) >= 3))].toSorted();
}

function significantDigits(number: string): number {
  const [mantissa = ''] = number.split('e');
  return mantissa.replace('.', '').replace(/^0+/, '').length;
}
