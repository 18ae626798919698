import { secondsPerFunction } from './secondsPerFunction';

describe('secondsPerFunction', () => {
  it.each([
    [undefined, 10],
    ['', 10],
    ['1.5', 1.5],
    ['0', 10],
    ['-1', 10],
    ['Infinity', 10],
    ['soon', 10],
  ])('should take DESCENT_SECONDS=%s for %d s', (DESCENT_SECONDS, seconds) => {
    expect(secondsPerFunction({ DESCENT_SECONDS })).toBe(seconds);
  });
});
