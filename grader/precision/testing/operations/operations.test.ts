import { testSeed } from '../seed';
import tf from '../../tfjs';
import { operationFamilies, relativeError } from '.';

describe(`operations in double precision (DESCENT_TEST_SEED=${testSeed})`, () => {
  describe.each([...operationFamilies(testSeed)])('%s', (_family, operations) => {
    it.each(operations.map((operation) => ({ ...operation })))('should agree with plain loops: $name', (operation) => {
      expect(relativeError(operation, tf)).toBeLessThan(1e-12);
    });
  });

  it('should name each operation once', () => {
    const names = [...operationFamilies(testSeed).values()].flat().map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });
});

describe('relativeError', () => {
  it('should be the largest difference over the largest expected value', () => {
    // Differences 0 and 0.5, largest expected value 4.
    expect(relativeError({ name: '', compute: () => tf.tensor1d([1, 4.5]), expected: [1, 4] }, tf)).toBe(0.125);
  });

  it.each([
    ['the shape differs', [[1, 2]]],
    ['there are more values than expected', [1]],
    ['a value is not finite', [1, NaN]],
  ])('should be Infinity when %s', (_when, expected) => {
    expect(relativeError({ name: '', compute: () => tf.tensor1d([1, 2]), expected }, tf)).toBe(Infinity);
  });
});
