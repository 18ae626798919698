import { withoutJest } from './withoutJest';

describe('withoutJest', () => {
  it('should hide all that only Jest has, and put it back', () => {
    const known = (): readonly string[] => [typeof describe, typeof it, typeof test, typeof expect, typeof beforeEach];
    const during = withoutJest(known);
    expect(during).toEqual(Array<string>(5).fill('undefined'));
    expect(known()).toEqual(Array<string>(5).fill('function'));
  });

  it('should put it back where what runs throws', () => {
    expect(() =>
      withoutJest(() => {
        throw new Error('thrown');
      }),
    ).toThrow('thrown');
    expect(typeof describe).toBe('function');
  });
});
