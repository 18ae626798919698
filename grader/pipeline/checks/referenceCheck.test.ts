import { previous, tensor } from '../course/spec/values';
import type * as tf from '../../precision/tfjs';
import { judge } from './planEvaluations';
import { caseOf, exerciseOf, judgeFunction, referenceOf, returned, unobserved } from './testing';

describe('referenceCheck', () => {
  it('should never pass without a case', () => {
    const result = judgeFunction(referenceOf(undefined, []), [caseOf('one', [1], 1)], () => 1);
    expect(result).toMatchObject({ status: 'skipped', finding: { id: 'skipped', reason: 'no-cases' } });
  });

  it('should not pass if a case was never run or returned no values', () => {
    const check = referenceOf(undefined, ['one']);
    const exercise = exerciseOf({ checks: [check], cases: [caseOf('one', [1], 1)] });
    expect(judge(check, exercise, new Map())).toMatchObject({ status: 'failed' });
    const empty = { status: 'returned', values: [], observed: unobserved } as const;
    expect(judge(check, exercise, new Map([['one', empty]]))).toMatchObject({
      status: 'failed',
      finding: { id: 'not-a-number' },
    });
  });

  it('should show the smallest failing public case, before hidden ones', () => {
    const cases = [
      caseOf('hidden/small', [1], 1, { visibility: 'hidden' }),
      caseOf('large', [tensor([1, 2, 3])], 1),
      caseOf('small', [tensor([1, 2])], 1),
    ];
    const check = referenceOf(undefined, ['hidden/small', 'large', 'small']);
    expect(judgeFunction(check, cases, () => 2).failingCase?.id).toBe('small');
    const records = [caseOf('large', [{ m: tensor([1, 2, 3]) }], 1), caseOf('small', [{ m: tensor([1]), t: 1 }], 1)];
    expect(judgeFunction(referenceOf(undefined, ['large', 'small']), records, () => 2).failingCase?.id).toBe('small');
  });

  it('should prefer a clear difference over a smaller case that could be rounding', () => {
    const cases = [
      caseOf('small', [1], 1),
      caseOf('larger', [tensor([1, 2])], 2),
      caseOf('hidden/largest', [tensor([1, 2, 3])], 3, { visibility: 'hidden' }),
    ];
    const check = referenceOf(undefined, ['small', 'larger', 'hidden/largest']);
    // 1 + 1e-8 could be rounding; 2 · 1.5 is not.
    const off = (x: number | tf.Tensor): number => (typeof x === 'number' ? x + 1e-8 : 1.5 * x.size);
    expect(judgeFunction(check, cases, off)).toMatchObject({ failingCase: { id: 'larger' }, isClearest: true });
    const hardly = (x: number | tf.Tensor): number =>
      typeof x === 'number' || x.size === 2 ? (typeof x === 'number' ? 1 : 2) + 3e-8 : 7;
    expect(judgeFunction(check, cases, hardly)).toMatchObject({ failingCase: { id: 'small' }, isClearest: false });
  });

  it('should report which special public cases are right', () => {
    const cases = [
      caseOf('plain', [2], 4),
      caseOf('zero', [0], 0, { label: 'x is 0' }),
      caseOf('one', [1], 1, { label: 'x is 1', visibility: 'hidden' }),
    ];
    const square = judgeFunction(referenceOf(undefined, ['plain', 'zero', 'one']), cases, (x: number) => x);
    expect(square).toMatchObject({ status: 'failed', failingCase: { id: 'plain' }, rightWhere: [{ label: 'x is 0' }] });
  });

  it('should report after which of several calls the result differs', () => {
    // 1 → 2 → 4 expected; a step that adds 1 gives 2, then 3.
    const doubled = { ...returned(tensor(2)), values: [tensor(2), tensor(4)] };
    const twice = caseOf('twice', [tensor(1)], tensor(2), { calls: [[tensor(1)], [previous()]], expected: doubled });
    const result = judgeFunction(referenceOf(undefined, ['twice']), [twice], (x: tf.Tensor) => x.add(1));
    expect(result.finding).toMatchObject({ id: 'values-differ', expected: 4, got: 3, step: 1 });
  });

  describe('up to a constant', () => {
    const twoCalls = caseOf(
      'two',
      [tensor(1)],
      { value: tensor(1) },
      {
        calls: [[tensor(1)], [tensor(3)]],
        // value = w², free up to a constant
        expected: { status: 'returned', values: [{ value: tensor(1) }, { value: tensor(9) }], observed: unobserved },
      },
    );
    const check = referenceOf('value', ['two'], { comparison: { rule: 'upToConstant' } });
    const status = (run: (w: tf.Tensor) => tf.Tensor): string =>
      judgeFunction(check, [twoCalls], (w: tf.Tensor) => ({ value: run(w) })).status;

    it('should pass any constant', () => {
      expect(status((w) => w.square())).toBe('passed');
      expect(status((w) => w.square().add(1000))).toBe('passed');
    });

    it('should fail a different factor, a different structure and non-finite values', () => {
      expect(status((w) => w.square().mul(2))).toBe('failed');
      expect(status((w) => w.square().reshape([1]))).toBe('failed');
      expect(status((w) => w.square().add(NaN))).toBe('failed');
      expect(status((w) => w.square().add(Infinity))).toBe('failed');
    });
  });

  it('should allow a share of small numbers in a relative comparison', () => {
    const check = referenceOf(undefined, ['tiny'], { comparison: { rule: 'relative', bound: 1e-8 } });
    const tiny = [caseOf('tiny', [1], 1e-15)];
    expect(judgeFunction(check, tiny, () => 1.000000009e-15).status).toBe('passed');
    // The absolute error is practically 0, the relative one is total.
    expect(judgeFunction(check, tiny, () => 0)).toMatchObject({
      status: 'failed',
      finding: { relativeError: 1, threshold: 1e-8 },
    });
  });
});
