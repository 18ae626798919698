import { combine } from './combine';

const first = { name: 'first' };
const second = { name: 'second' };
const third = { name: 'third' };

describe('combine', () => {
  it("should return the engine's, then the course's", () => {
    expect(combine('a law', [first, second], [third])).toEqual([first, second, third]);
  });

  it.each([
    ['the engine has', [first], [third, first], 'first'],
    ['the course has twice', [first], [second, second], 'second'],
  ])('should refuse a name that %s', (_whose, engine, own, name) => {
    expect(() => combine('a law', engine, own)).toThrow(
      `the course defines a law ${name}, which already exists; rename it`,
    );
  });
});
