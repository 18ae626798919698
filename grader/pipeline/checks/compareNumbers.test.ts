import { compareAbsolute, compareNumbers, compareRelative, indexOfLargest } from './compareNumbers';
import { norm, relativeError } from './relativeError';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const equal = (expected: number[], got: number[], scale?: number): boolean =>
  compareNumbers(Float64Array.from(expected), Float64Array.from(got), scale).equal;

describe('relativeError', () => {
  it('should follow its formula', () => {
    // a − b = [−4, −3] is 5 long, a is 3, b = [4, 6] is √52 long.
    expect(relativeError(numbers(0, 3), numbers(4, 6))).toBeCloseTo(5 / (3 + Math.sqrt(52)), 9);
  });

  it('should be 0 for zeros and for empty vectors', () => {
    expect(relativeError(numbers(0, 0), numbers(0, 0))).toBe(0);
    expect(relativeError(numbers(), numbers())).toBe(0);
  });

  it.each([NaN, Infinity, -Infinity])('should be NaN if a number is %d', (value) => {
    expect(relativeError(numbers(1, value), numbers(1, 2))).toBeNaN();
    expect(relativeError(numbers(1, value), numbers(1, value))).toBeNaN();
  });

  it('should measure lengths whose squares overflow', () => {
    // 3-4-5, times 1e200
    expect(norm(numbers(3e200, 4e200)) / 1e200).toBeCloseTo(5, 12);
  });
});

describe('compareNumbers', () => {
  it.each([
    // |a−b| / (|a|+|b|) = 1.8e-9 / 2 = 0.9e-9, and 2.2e-9 / 2 = 1.1e-9
    ['just below the relative bound', [1], [1 + 1.8e-9], true],
    ['just above the relative bound', [1], [1 + 2.2e-9], false],
    ['both zero', [0, 0], [0, 0], true],
    ['both empty', [], [], true],
    ['a zero of the other sign', [0], [-0], true],
    // The small element hardly affects the norm: 1e-10/2, but it is 1e-10 away from 1e-10, allowed 1e-9·3e-10 + 1e-12.
    ['one small element off among large ones', [1, 1e-10], [1, 2e-10], false],
    ['a small element off by less than its bound', [1, 1e-10], [1, 1e-10 + 0.9e-12], true],
    ['NaN for a number', [1], [NaN], false],
    ['NaN for NaN', [NaN], [NaN], false],
    ['Infinity for a number', [1], [Infinity], false],
    ['a number for Infinity', [Infinity], [5], false],
    ['Infinity for Infinity', [Infinity], [Infinity], false],
    ['too few numbers', [1, 2], [1], false],
  ])('should decide on %s', (_what, expected, got, decision) => {
    expect(equal(expected, got, 1)).toBe(decision);
  });

  it('should allow 1e-12 of the scale if 0 is expected', () => {
    expect(equal([0], [0.9e-12], 1)).toBe(true);
    expect(equal([0], [1.1e-12], 1)).toBe(false);
    // Inputs of a thousand leave rounding errors a thousand times as large.
    expect(equal([0], [0.9e-9], 1000)).toBe(true);
  });

  it('should default the scale to the largest expected number', () => {
    expect(equal([1e-20], [2e-20])).toBe(false);
    expect(equal([1e-20, 0], [1e-20, 0.9e-32])).toBe(true);
    expect(equal([Infinity], [5])).toBe(false);
  });

  it('should count the elements beyond their bound and name the worst', () => {
    expect(compareNumbers(numbers(1, 2, 3, 4), numbers(1, 2.1, 3.5, 4), 1)).toMatchObject({
      equal: false,
      count: 2,
      worst: 2,
    });
  });

  it('should count at least one element when only the norms differ', () => {
    // Each is 1.5e-9/(1+1) = 0.75e-9 off, and so is the whole vector: equal. A bound met by each is met by all.
    expect(compareNumbers(numbers(1, 1), numbers(1 + 1.5e-9, 1 - 1.5e-9), 1)).toMatchObject({ equal: true, count: 0 });
    // Zero elements within 1e-12 each: the norm of three is 1.6e-12, beyond 1e-12 of the scale.
    expect(compareNumbers(numbers(0, 0, 0), numbers(9e-13, 9e-13, 9e-13), 1)).toMatchObject({ equal: false, count: 1 });
  });
});

describe('compareRelative', () => {
  it('should allow a share of the expected value', () => {
    expect(compareRelative(numbers(1e-20), numbers(1.00000009e-20), 1e-7).equal).toBe(true);
    expect(compareRelative(numbers(1e-20), numbers(1.00000011e-20), 1e-7).equal).toBe(false);
    expect(compareRelative(numbers(0), numbers(0), 1e-7).equal).toBe(true);
    expect(compareRelative(numbers(0), numbers(1e-300), 1e-7).equal).toBe(false);
  });

  it('should report the error that it decides by', () => {
    // |1e-20 − 3e-20| / 1e-20; the course's relative error would say 2e-12 here.
    expect(compareRelative(numbers(1e-20), numbers(3e-20), 1e-7).relativeError).toBeCloseTo(2, 12);
  });

  it.each([NaN, Infinity])('should not pass %d', (value) => {
    expect(compareRelative(numbers(1), numbers(value), 1e-7).equal).toBe(false);
    expect(compareRelative(numbers(value), numbers(1), 1e-7).equal).toBe(false);
    expect(compareRelative(numbers(value), numbers(value), 1e-7).equal).toBe(false);
  });
});

describe('compareAbsolute', () => {
  const equal = (expected: number, got: number, scale?: number): boolean =>
    compareAbsolute(numbers(expected), numbers(got), 1e-6, scale).equal;

  it('should allow the same distance everywhere, in units of the scale', () => {
    // 1e-6·4 = 4e-6, whatever the expected value
    expect(equal(0, 3.9e-6, 4)).toBe(true);
    expect(equal(100, 100 + 3.9e-6, 4)).toBe(true);
    expect(equal(0, 4.1e-6, 4)).toBe(false);
    // without a scale, the largest expected number
    expect(equal(2, 2 + 1.9e-6)).toBe(true);
    expect(equal(0, 0)).toBe(true);
    expect(equal(0, 1e-300)).toBe(false);
  });

  it('should report the error that it decides by, the worst element and the count', () => {
    const difference = compareAbsolute(numbers(0, 1, 2), numbers(2e-5, 1, 2 + 4e-5), 1e-6, 4);
    expect(difference).toMatchObject({ equal: false, worst: 2, count: 2 });
    // 4e-5/4
    expect(difference.relativeError).toBeCloseTo(1e-5, 12);
  });

  it.each([NaN, Infinity])('should not pass %d', (value) => {
    expect(equal(1, value, 1)).toBe(false);
    expect(equal(value, 1, 1)).toBe(false);
    expect(equal(value, value, 1)).toBe(false);
    expect(equal(value, value, Infinity)).toBe(false);
  });
});

describe('indexOfLargest', () => {
  it('should prefer NaN at any position', () => {
    expect(indexOfLargest(numbers(NaN, 5, 1))).toBe(0);
    expect(indexOfLargest(numbers(5, Infinity, NaN))).toBe(2);
    expect(indexOfLargest(numbers(1, 5, 5))).toBe(1);
    expect(indexOfLargest(numbers())).toBe(0);
  });
});
