import { restoreUtil } from './restoreUtil';

describe('restoreUtil', () => {
  it('should restore what is missing', () => {
    const util: { isNullOrUndefined?: (value: unknown) => boolean; isArray?: (value: unknown) => boolean } = {};
    restoreUtil(util);

    const { isNullOrUndefined, isArray } = util;
    expect([null, undefined, 0, '', NaN].map((value) => isNullOrUndefined?.(value))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([[], [1], {}, 'x'].map((value) => isArray?.(value))).toEqual([true, true, false, false]);
  });

  it('should not change what exists', () => {
    const isArray = (): boolean => false;
    const util = { isArray };
    restoreUtil(util);

    expect(util.isArray).toBe(isArray);
    expect(Object.keys(util)).toEqual(['isArray']);
  });
});
