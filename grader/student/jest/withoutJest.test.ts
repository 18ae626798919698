import { withoutJest } from './withoutJest';

describe('withoutJest', () => {
  it('should hide the globals of Jest, and restore them', () => {
    const known = (): readonly string[] => [typeof describe, typeof it, typeof test, typeof expect, typeof beforeEach];
    const during = withoutJest(known);
    expect(during).toEqual(Array<string>(5).fill('undefined'));
    expect(known()).toEqual(Array<string>(5).fill('function'));
  });

  it('should restore them if the function throws', () => {
    expect(() =>
      withoutJest(() => {
        throw new Error('thrown');
      }),
    ).toThrow('thrown');
    expect(typeof describe).toBe('function');
  });
});
