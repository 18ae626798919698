import { shuffledIndices } from './shuffledIndices';

describe('shuffledIndices', () => {
  it('should contain every index once', () => {
    expect(shuffledIndices(50, 1).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('should return the same order for the same seed, and another for another seed', () => {
    expect(shuffledIndices(50, 1)).toEqual(shuffledIndices(50, 1));
    expect(shuffledIndices(50, 1)).not.toEqual(shuffledIndices(50, 2));
  });

  it('should be empty when there is nothing to shuffle', () => {
    expect(shuffledIndices(0, 1)).toEqual([]);
  });

  // Each of the 3! orders is due in 1/6 of 6,000 seeds, 1,000 times; the standard deviation is 29.
  it('should draw all orders equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = shuffledIndices(3, seed).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
