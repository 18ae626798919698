import { Random } from './random';

describe('Random.alike', () => {
  it('should draw numbers with the same order and equalities as the given ones', () => {
    const given = [3, NaN, 1, 1, 2, -Infinity];
    const drawn = new Random(5).alike(given, 10, 20);
    const [three = NaN, nan, one = NaN, again, two = NaN, infinite] = drawn;
    expect([one < two, two < three, again === one, nan, infinite]).toEqual([true, true, true, NaN, -Infinity]);
    expect([one >= 10, three < 20]).toEqual([true, true]);
    expect(new Random(6).alike(given, 10, 20)).not.toEqual(drawn);
  });
});
