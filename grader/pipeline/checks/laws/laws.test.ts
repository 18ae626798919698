import { labels, tensor } from '../../course/spec/values';
import { TensorValue, Unsendable, type Value } from '../../../execution/values';
import { lawNamed, standardLaws } from '.';
import { violationOf, type AskedLaw, type EnglishViolation } from '../testing/violationOf';

const map = (value: Value, change: (number: number) => number): TensorValue => {
  if (!(value instanceof TensorValue)) throw new Error('no tensor');
  return new TensorValue(value.shape, value.dtype, value.values.map(change));
};

/** Values that no law may accept as an answer. */
const nothings: readonly Value[] = [
  undefined,
  3,
  [],
  {},
  new Unsendable('a Promise'),
  tensor([NaN]),
  tensor([Infinity]),
];

const scores = tensor([
  [1, 2],
  [3, 5],
]);

it('should list the laws when asked for an unknown one', () => {
  expect(() => lawNamed(standardLaws, 'gravity')).toThrow(/no law named gravity; known: .*rowsSumTo/);
  expect(() => lawNamed(standardLaws, 'constructor')).toThrow('no law named constructor');
});

describe('rowsSumTo', () => {
  const sumTo = (sum: number, result: Value, field?: string): EnglishViolation | undefined =>
    violationOf(lawNamed(standardLaws, 'rowsSumTo'), {
      parameters: { sum, ...(field === undefined ? {} : { field }) },
      run: () => result,
    });

  it('should hold if each row sums to the number, up to rounding', () => {
    expect(
      sumTo(
        1,
        tensor([
          [0.1, 0.2, 0.7],
          [0.3, 0.3, 0.4],
        ]),
      ),
    ).toBeUndefined();
    // 0.1 + 0.2 − 0.3 is 5.6e-17
    expect(sumTo(0, { dScores: tensor([[0.1, 0.2, -0.3]]) }, 'dScores')).toBeUndefined();
  });

  it('should be broken by one row and name it', () => {
    expect(
      sumTo(
        1,
        tensor([
          [0.5, 0.5],
          [0.5, 0.6],
        ]),
      ),
    ).toEqual({ where: 'row 1', expected: 1, got: 1.1 });
    expect(sumTo(0, tensor([[1, -1 + 1e-8]]))).toMatchObject({ where: 'row 0' });
  });

  it('should be broken by non-finite or empty values or anything but a matrix', () => {
    for (const result of [tensor([[NaN, 0]]), tensor([[Infinity, 0]]), tensor([[Infinity, -Infinity]])])
      expect(sumTo(0, result)).toMatchObject({ where: 'row 0' });
    for (const shape of [
      [0, 3],
      [3, 0],
    ])
      expect(sumTo(0, new TensorValue(shape, 'float32', new Float64Array(0)))).toBeDefined();
    for (const result of nothings) expect(sumTo(0, result)).toBeDefined();
  });
});

describe('scalesWith', () => {
  const scales = (power: number, run: AskedLaw['run'], factor = 3): EnglishViolation | undefined =>
    violationOf(lawNamed(standardLaws, 'scalesWith'), {
      inputs: { s: scores, lambda: 2 },
      parameters: { argument: 's', factor, power },
      run,
    });

  it('should hold for the correct power', () => {
    expect(scales(1, ({ s }) => map(s, (value) => 2 * value))).toBeUndefined();
    expect(scales(2, ({ s }) => map(s, (value) => value ** 2))).toBeUndefined();
    expect(scales(0, ({ s }) => map(s, Math.sign))).toBeUndefined();
    expect(scales(-1, ({ s }) => ({ inverse: map(s, (value) => 1 / value) }))).toBeUndefined();
  });

  it('should be broken by a different power or a constant', () => {
    // (3·1)² = 9 where 3·1² = 3 is expected; the worst element is 5: 3·25 = 75 against 225.
    expect(scales(1, ({ s }) => map(s, (value) => value ** 2))).toEqual({
      where: 'the result',
      expected: 75,
      got: 225,
    });
    expect(scales(1, ({ s }) => map(s, (value) => value + 1))).toBeDefined();
    expect(scales(1, () => tensor([NaN]))).toMatchObject({ because: { id: 'not-finite' } });
  });
});

describe('sameAgain', () => {
  it('should hold for a pure function and be broken by memory', () => {
    let calls = 0;
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: () => tensor([1, 2]) })).toBeUndefined();
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: () => tensor([(calls += 1)]) })).toMatchObject({
      where: 'the result',
    });
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: () => undefined })).toBeDefined();
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: () => new Unsendable('a Promise') })).toBeDefined();
  });

  it('should look past fields that are not data, such as a method or null', () => {
    const withMethod = (): Value => ({
      w: tensor([1]),
      update: new Unsendable('a function'),
      cache: new Unsendable('null'),
    });
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: withMethod })).toBeUndefined();
    const kinds = [new Unsendable('a function'), new Unsendable('null')];
    const changing = (): Value => ({ w: tensor([1]), update: kinds.shift() });
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: changing })).toMatchObject({
      where: 'the result',
    });
  });

  it('should be broken if the structure changes', () => {
    const answers: Value[] = [[1, 2], [1], { a: 1 }, { b: 1 }];
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: () => answers.shift() })).toMatchObject({
      because: { id: 'wrong-length' },
    });
    expect(violationOf(lawNamed(standardLaws, 'sameAgain'), { run: () => answers.shift() })).toMatchObject({
      because: { id: 'missing-field' },
    });
  });
});

describe('firstRowIs', () => {
  const first = (result: Value, field?: string): EnglishViolation | undefined =>
    violationOf(lawNamed(standardLaws, 'firstRowIs'), {
      inputs: { w0: tensor([1, 2]) },
      parameters: { argument: 'w0', ...(field ? { field } : {}) },
      run: () => result,
    });

  it('should hold for the argument itself', () => {
    expect(
      first(
        tensor([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBeUndefined();
    expect(first({ path: tensor([[1, 2]]) }, 'path')).toBeUndefined();
  });

  it('should be broken by a different row, no row or no tensor', () => {
    expect(
      first(
        tensor([
          [3, 4],
          [1, 2],
        ]),
      ),
    ).toMatchObject({ where: 'row 0' });
    expect(first(new TensorValue([0, 2], 'float32', new Float64Array(0)))).toMatchObject({ where: 'row 0' });
    expect(first(tensor([[NaN, 2]]))).toMatchObject({ where: 'row 0' });
    expect(first(labels([1]))).toMatchObject({ where: 'row 0' });
    for (const result of nothings) expect(first(result)).toMatchObject({ where: 'row 0' });
  });
});
