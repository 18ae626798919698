import { formatApart, formatError, formatNumber } from './formatNumber';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1 / 3, '0.3333'],
    [0.85, '0.85'],
    [-12.34567, '-12.35'],
    // Whole numbers, and digits before the decimal point, are never rounded.
    [123456, '123456'],
    [123456.7, '123457'],
    [1e7, '1e7'],
    [12345678, '1.235e7'],
    [1e-4, '0.0001'],
    [9.87654e-5, '9.877e-5'],
    [1e-9, '1e-9'],
    [1.5e-300, '1.5e-300'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('should write %d as %s', (number, text) => {
    expect(formatNumber(number)).toBe(text);
  });
});

describe('formatApart', () => {
  it.each([
    // equally many decimals
    [0.85, 0.855, '0.850', '0.855'],
    [-1.5, 0.25, '-1.50', '0.25'],
    [2, 0.25, '2', '0.25'],
    [12345, 12346, '12345', '12346'],
    // as many digits as it takes
    [1, 1 + 1e-8, '1', '1.00000001'],
    [0.123456, 0.123457, '0.123456', '0.123457'],
    [0, 1e-11, '0', '1e-11'],
    [1, NaN, '1', 'NaN'],
    [2, 2, '2', '2'],
  ])('should distinguish %d and %d', (a, b, first, second) => {
    expect(formatApart(a, b)).toEqual([first, second]);
  });

  it('should distinguish neighbouring doubles', () => {
    const [a, b] = formatApart(0.1 + 0.2, 0.3);
    expect(a).not.toBe(b);
  });
});

describe('formatError', () => {
  it.each([
    [2.93e-3, '2.9e-3'],
    [1e-9, '1e-9'],
    [3.1e-11, '3.1e-11'],
    [1 / 3, '0.33'],
    [1, '1'],
    [0, '0'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
  ])('should write %d as %s', (error, text) => {
    expect(formatError(error)).toBe(text);
  });
});
