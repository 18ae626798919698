import { isFigure, numbersIn, printedLike, saysThat } from './numbers';

const texts = (text: string): readonly string[] => numbersIn(text).map((number) => number.text);
const only = (text: string): ReturnType<typeof numbersIn>[number] => {
  const [number] = numbersIn(text);
  if (number === undefined) throw new Error(`${text} has no number`);
  return number;
};

describe('numbersIn', () => {
  it('should distinguish numbers from names, and signs from differences', () => {
    expect(texts('l2Distances of $[-1,\\ 0.5]$, $x-3$, −2.5 and 1.5e-7, 6.5次')).toEqual([
      '-1',
      '0.5',
      '3',
      '−2.5',
      '1.5e-7',
      '6.5',
    ]);
    expect(texts('\\begin{bmatrix} -2 & 1')).toEqual(['-2', '1']);
  });

  it('should read thousands separators in texts and formulas', () => {
    expect(numbersIn('61,440 and $10{,}000$, [1,2]').map(({ value }) => value)).toEqual([61440, 10000, 1, 2]);
  });
});

describe('isFigure', () => {
  it.each(['0.179', '653', '−0.1640', '6.12e-7', '1.000', '61,440'])('should treat %s as computed', (text) => {
    expect(isFigure(only(text))).toBe(true);
  });

  it.each(['0.5', '12', '100', '10{,}000', '5.0e-5', '0.05'])('should allow %s as given', (text) => {
    expect(isFigure(only(text))).toBe(false);
  });
});

describe('a printed number', () => {
  it('should match values that round to it, and at a tie either neighbour', () => {
    expect(saysThat(only('0.1791'), 0.17914)).toBe(true);
    expect(saysThat(only('0.1791'), 0.17916)).toBe(false);
    expect(saysThat(only('0.2'), 0.25)).toBe(true);
    expect(saysThat(only('6.1e-7'), 6.118e-7)).toBe(true);
    expect(saysThat(only('0.5'), NaN)).toBe(false);
  });

  it('should be formatted like the old one: digits, notation and signs', () => {
    expect(printedLike(0.1, '0.1791')).toBe('0.1000');
    expect(printedLike(-0.25, '−0.5')).toBe('−0.3');
    expect(printedLike(-0.25, '-0.50')).toBe('-0.25');
    expect(printedLike(4e-9, '6.1e-7')).toBe('4.0e-9');
    expect(printedLike(1234567, '61,440')).toBe('1,234,567');
    expect(printedLike(20000, '10{,}000')).toBe('20{,}000');
  });
});
