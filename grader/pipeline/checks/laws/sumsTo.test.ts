import { tensor } from '../../course/spec/values';
import type { Value } from '../../../execution/values';
import { columnsSumTo } from './sumsTo';
import { violationOf, type EnglishViolation } from '../testing/violationOf';

describe('columnsSumTo', () => {
  const sumTo = (sum: number, result: Value, field?: string): EnglishViolation | undefined =>
    violationOf(columnsSumTo, { parameters: { sum, ...(field === undefined ? {} : { field }) }, run: () => result });

  // Columns 1 + 2 − 3 and 4 − 4 + 0; rows 5, −2 and −3.
  const balanced = tensor([
    [1, 4],
    [2, -4],
    [-3, 0],
  ]);

  it('should hold if each column sums to the number, whatever the rows sum to', () => {
    expect(sumTo(0, balanced)).toBeUndefined();
    expect(sumTo(0, { dx: balanced }, 'dx')).toBeUndefined();
  });

  it('should be broken by one column and name it', () => {
    expect(
      sumTo(
        0,
        tensor([
          [1, 4, 2],
          [-1, -4, -1],
        ]),
      ),
    ).toEqual({ where: 'column 2', expected: 0, got: 1 });
  });

  it('should be broken by anything but a matrix of numbers', () => {
    for (const result of [undefined, 3, tensor([1, -1]), tensor([[NaN], [0]]), tensor([[]])])
      expect(sumTo(0, result)).toBeDefined();
  });
});
