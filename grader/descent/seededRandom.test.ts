import { seededRandom } from './seededRandom';

describe('seededRandom', () => {
  const draw = (seed: number, count: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, random);
  };

  it('should give the same numbers for the same seed, all in [0, 1)', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
    expect(draw(7, 1000).every((number) => number >= 0 && number < 1)).toBe(true);
  });

  it('should spread the first numbers of small seeds evenly', () => {
    const first = Array.from({ length: 1000 }, (_, seed) => draw(seed, 1)[0] ?? NaN);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => first.filter((number) => Math.floor(10 * number) === tenth).length,
    );
    // 100 are expected in each tenth, with a standard deviation of 9.5.
    expect(Math.min(...tenths)).toBeGreaterThan(60);
    expect(Math.max(...tenths)).toBeLessThan(140);
  });

  it('should give unrelated numbers for neighbouring seeds', () => {
    const [a, b] = [draw(1, 1000), draw(2, 1000)];
    const covariance = a.reduce((sum, value, index) => sum + (value - 0.5) * ((b[index] ?? 0) - 0.5), 0) / 1000;
    // Correlation = covariance / (1/12); its standard deviation is 0.03.
    expect(Math.abs(12 * covariance)).toBeLessThan(0.12);
  });
});
