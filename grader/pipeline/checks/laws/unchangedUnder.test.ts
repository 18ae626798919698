import { tensor } from '../../course/spec/values';
import { TensorValue, type Value, type ValueRecord } from '../../../execution/values';
import { unchangedUnder } from './unchangedUnder';
import { violationOf, type AskedLaw, type EnglishViolation } from '../testing/violationOf';

const scores = tensor([
  [1, 2],
  [3, 5],
]);

describe('unchangedUnder', () => {
  const under = (transform: string, run: AskedLaw['run'], fields?: string[]): EnglishViolation | undefined =>
    violationOf(unchangedUnder, {
      inputs: { s: scores },
      parameters: { transform, argument: 's', ...(fields ? { fields } : {}) },
      run,
    });
  const numbers = (value: Value): number[] => (value instanceof TensorValue ? Array.from(value.values) : []);
  const of = ({ s }: ValueRecord): [number, number, number, number] => numbers(s) as [number, number, number, number];

  type OfFour = (a: number, b: number, c: number, d: number) => number[];
  it.each<[string, OfFour, OfFour]>([
    // [[a, b], [c, d]]: a result that each transform leaves unchanged, and one that it does not
    ['addConstantToEachRow', (a, b, c, d) => [a - b, c - d], (a, _b, c) => [a - c]],
    ['addSameRowToAllRows', (a, b, c, d) => [a - c, b - d], (a, b) => [a - b]],
    ['addConstant', (a, b, c, d) => [a - d, b - c], (a) => [a]],
    ['transpose', (a, b, c, d) => [a, b + c, d], (_a, b) => [b]],
    ['negate', (a, b, c, d) => [a * a, b * d, Math.abs(c)], (a) => [a]],
  ])('should hold under %s if the result does not depend on it, and be broken if it does', (transform, same, other) => {
    expect(under(transform, (inputs) => tensor(same(...of(inputs))))).toBeUndefined();
    expect(under(transform, (inputs) => tensor(other(...of(inputs))))).toMatchObject({ where: 'the result' });
  });

  it('should actually transform', () => {
    const [transposed] = unchangedUnder.companions(
      {
        s: tensor([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      },
      { transform: 'transpose', argument: 's' },
      () => 0,
    );
    expect(transposed).toEqual({
      s: tensor([
        [1, 4],
        [2, 5],
        [3, 6],
      ]),
    });
  });

  it('should compare only the named fields', () => {
    const run = (inputs: ValueRecord): Value => ({
      difference: tensor(of(inputs)[0] - of(inputs)[1]),
      first: tensor(of(inputs)[0]),
    });
    expect(under('addConstantToEachRow', run, ['difference'])).toBeUndefined();
    expect(under('addConstantToEachRow', run, ['difference', 'first'])).toMatchObject({ where: 'first' });
  });

  it('should be broken by values that can not be compared, and say so', () => {
    expect(under('negate', () => undefined)).toMatchObject({ because: { got: 'undefined' } });
    expect(under('negate', () => ({}), ['loss'])).toMatchObject({ where: 'loss' });
    expect(under('negate', () => tensor([NaN]))).toMatchObject({ because: { id: 'not-finite' } });
    expect(under('negate', () => tensor([Infinity]))).toMatchObject({ because: { id: 'not-finite' } });
  });

  it('should refuse an unknown transform or argument', () => {
    expect(() => under('rotate', () => 1)).toThrow(
      'the law unchangedUnder does not take these parameters: transform: Invalid option',
    );
    expect(() =>
      violationOf(unchangedUnder, { inputs: {}, parameters: { transform: 'negate', argument: 's' }, run: () => 1 }),
    ).toThrow('tensor');
  });
});
