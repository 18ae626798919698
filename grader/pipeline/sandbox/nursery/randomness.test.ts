import { openRandomness, seedRandomness } from './randomness';

const { random } = Math;
afterAll(() => {
  Math.random = random;
});

function draw(...seed: readonly number[]): readonly number[] {
  seedRandomness(Uint32Array.from(seed));
  return Array.from({ length: 1000 }, () => Math.random());
}

describe('Math.random of a forked process', () => {
  beforeAll(openRandomness);

  it('should depend only on its seed', () => {
    expect(draw(1, 2, 3, 4)).toEqual(draw(1, 2, 3, 4));
    expect(draw(1, 2, 3, 4)).not.toEqual(draw(1, 2, 3, 5));
  });

  it('should fill [0, 1) evenly', () => {
    const drawn = draw(5, 6, 7, 8);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    // The mean of 1,000 has a standard deviation of 1/sqrt(12,000) = 0.0091; the bound is five of them.
    expect(Math.abs(drawn.reduce((sum, one) => sum + one) / drawn.length - 0.5)).toBeLessThan(0.046);
  });
});
