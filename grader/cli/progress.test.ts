import { canDraw } from './progress';

describe('canDraw', () => {
  it.each([
    ['a terminal', true, 80, true],
    ['a terminal that reports no width', true, 0, false],
    ['a file or pipe', undefined, 80, false],
  ])('should judge %s', (_what, isTTY, columns, expected) => {
    expect(canDraw({ isTTY, columns })).toBe(expected);
  });
});
