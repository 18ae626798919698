import { isRecordValue, PreviousResult, tensorsIn, TensorValue, unitDirection, Unsendable, valueAt } from '.';

const tensor = new TensorValue([1], 'float32', Float64Array.of(5));

describe('valueAt', () => {
  it('should follow a path through records and arrays and return undefined off it', () => {
    const value = { list: [1, { m: tensor }] };
    expect(valueAt(value, [])).toBe(value);
    expect(valueAt(value, ['list', '1', 'm'])).toBe(tensor);
    for (const path of [['other'], ['list', '7'], ['list', '0', 'x'], ['constructor'], ['list', 'length']])
      expect(valueAt(value, path)).toBeUndefined();
  });
});

describe('isRecordValue', () => {
  it('should accept only records', () => {
    expect(isRecordValue({})).toBe(true);
    for (const other of [undefined, 1, 'a', [], tensor, new Unsendable('null'), new PreviousResult([])])
      expect(isRecordValue(other)).toBe(false);
  });
});

describe('tensorsIn', () => {
  it('should find every tensor with its path', () => {
    expect([...tensorsIn({ a: [tensor, 1], b: { c: tensor } })].map(({ path }) => path.join('.'))).toEqual([
      'a.0',
      'b.c',
    ]);
  });
});

describe('unitDirection', () => {
  it('should have unit length, be equal for equal seeds and differ for different ones', () => {
    const direction = unitDirection(3, 1000);
    expect(direction.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 12);
    expect(unitDirection(3, 1000)).toEqual(direction);
    // Two random directions in 1,000 dimensions are nearly orthogonal: their product has a deviation of 1/√1000 = 0.03.
    expect(
      Math.abs(unitDirection(4, 1000).reduce((sum, value, index) => sum + value * (direction[index] ?? 0), 0)),
    ).toBeLessThan(0.2);
  });
});
