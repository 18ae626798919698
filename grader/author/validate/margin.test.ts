import type { Case, Outcome, ReferenceCheck } from '../../pipeline/types';
import { returned as outcomeOf } from '../../execution';
import { TensorValue, type Value } from '../../execution/values';
import { marginOfCase } from './margin';

const returned = (...values: Value[]): Outcome => outcomeOf(values);
const vector = (...values: number[]): TensorValue =>
  new TensorValue([values.length], 'float32', Float64Array.from(values));

const check = (comparison: ReferenceCheck['comparison'] = { rule: 'standard' }, field?: string): ReferenceCheck => ({
  id: 'f.result',
  kind: 'reference',
  points: 10,
  cases: ['one'],
  field,
  comparison,
});
const caseOf = (expected: Outcome, scale: number | undefined = 1): Case => ({
  id: 'one',
  visibility: 'public',
  label: undefined,
  calls: [[]],
  expected,
  scale,
});

describe('marginOfCase', () => {
  it('should be 0 when nothing differs, and infinite when no tolerance could help', () => {
    const one = caseOf(returned(vector(1, 2)));
    expect(marginOfCase(check(), one, returned(vector(1, 2)))).toBe(0);
    expect(marginOfCase(check(), one, returned(vector(1, 2, 3)))).toBe(Infinity);
    expect(marginOfCase(check(), one, returned(vector(1, NaN)))).toBe(Infinity);
    expect(marginOfCase(check(), one, returned(7))).toBe(Infinity);
    expect(marginOfCase(check(), one, undefined)).toBe(Infinity);
  });

  it('should be the fraction of the bound that a difference uses', () => {
    // 4 and 4 + 8e-10: the element's bound is 1e-9·8 + 1e-12 = 8.001e-9, so a tenth, and the norm's relative error is
    // 1e-10/1e-9.
    const one = caseOf(returned(4));
    expect(marginOfCase(check(), one, returned(4 + 8e-10))).toBeCloseTo(0.1, 3);
    expect(marginOfCase(check(), one, returned(4 + 8e-6))).toBeCloseTo(1000, -1);
  });

  it('should use the more lenient of the two rules, like the check', () => {
    // 0 and 5e-13 at scale 1: the relative error is 1, but it is half of 1e-12·scale.
    expect(marginOfCase(check(), caseOf(returned(0)), returned(5e-13))).toBeCloseTo(0.5, 6);
  });

  it('should use the specific bound of a relative comparison', () => {
    const one = caseOf(returned(2e-12));
    expect(marginOfCase(check({ rule: 'relative', bound: 1e-8 }), one, returned(2e-12 + 2e-22))).toBeCloseTo(0.01, 3);
  });

  it('should ignore a constant like the check', () => {
    const comparison = { rule: 'upToConstant' } as const;
    const one = caseOf(returned({ value: 1 }, { value: 3 }));
    expect(marginOfCase(check(comparison, 'value'), one, returned({ value: 11 }, { value: 13 }))).toBe(0);
    // (13.5 − 11) − (3 − 1) = 0.5 over (2 + 2.5)·1e-9.
    expect(marginOfCase(check(comparison, 'value'), one, returned({ value: 11 }, { value: 13.5 }))).toBeGreaterThan(
      1e8,
    );
  });
});
