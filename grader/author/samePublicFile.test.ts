import { samePublicFile } from './samePublicFile';

const same = (a: object, b: object): boolean => samePublicFile(JSON.stringify(a), JSON.stringify(b));

describe('samePublicFile', () => {
  it('should be true when only last digits of numbers, the order of fields, or hashes of the spec differ', () => {
    // 0.1 + 0.2 is 0.30000000000000004, one place off 0.3.
    expect(
      same({ specHash: 'a', values: [['n', 0.3]], id: 'x' }, { id: 'x', values: [['n', 0.1 + 0.2]], specHash: 'b' }),
    ).toBe(true);
  });

  it('should be true when difference quotients differ by rounding divided by h', () => {
    expect(same({ values: [472.4834668650146] }, { values: [472.4834669104893] })).toBe(true);
  });

  it.each([
    ['a number', { values: [1, 1] }, { values: [1, 1 + 2e-9] }],
    ['a sign of a tiny number', { values: [1e-300] }, { values: [-1e-300] }],
    ['zero', { values: [0] }, { values: [1e-300] }],
    ['a text', { values: ['NaN'] }, { values: ['Infinity'] }],
    ['a kind', { values: [1] }, { values: ['1'] }],
    ['null', { values: null }, { values: {} }],
    ['a length', { values: [1] }, { values: [1, 2] }],
    ['a list and a record', { values: [1] }, { values: { 0: 1 } }],
    ['a field', { a: 1 }, { b: 1 }],
    ['an inner specHash', { a: { specHash: 1 } }, { a: { specHash: 2 } }],
  ])('should not hold when they differ in %s', (_what, a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it('should be false when one is not JSON', () => {
    expect(samePublicFile('', '{}')).toBe(false);
    expect(samePublicFile('{}', '{')).toBe(false);
    expect(samePublicFile('1', '1')).toBe(false);
  });
});
