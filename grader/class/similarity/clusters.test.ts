import { clustersOf } from './clusters';

describe('clustersOf', () => {
  it('should join connected names, the largest cluster first', () => {
    const pairs = [
      ['a', 'b'],
      ['x', 'y'],
      ['c', 'd'],
      ['b', 'c'],
    ].map(([left = '', right = '']) => ({ left, right }));
    expect(clustersOf(pairs)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['x', 'y'],
    ]);
    expect(clustersOf([])).toEqual([]);
  });
});
