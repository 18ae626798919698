import { tensor } from '../../course/spec/values';
import * as tf from '../../../precision/tfjs';
import type { CheckResult } from '../../types';
import { execute } from '../../../execution/execute';
import { planDifferences } from './differencePlan';
import { judge } from '../planEvaluations';
import { caseOf, exerciseOf, gradientOf, judgeFunction } from '../testing';

/** Compared element by element, where each kink shows. */
const judgeAt = (run: (w: tf.Tensor) => unknown, numbers: number[]): CheckResult => {
  const check = gradientOf(['one'], { kinks: true });
  const one = caseOf('one', [tensor(numbers)], 0);
  const outcomes = planDifferences(check, one, 'all').map(
    ({ id, evaluation }) => [id, execute(run, evaluation)] as const,
  );
  return judge(check, exerciseOf({ checks: [check], cases: [one] }), new Map(outcomes));
};

/** loss = Σ|w|, dw = sign(w). */
const absolute = (w: tf.Tensor) => ({ loss: w.abs().sum(), dw: w.sign() });

const h = 1e-5;

describe('a gradient check of a loss with kinks', () => {
  it('should pass if no kink is near', () => {
    expect(judgeAt(absolute, [1, -2, 3])).toMatchObject({ status: 'passed', finding: { leftOut: 0, compared: 3 } });
  });

  // The kink can be anywhere in ±h. At h/3 the one-sided differences disagree just as those of a smooth loss would:
  // (f(h) − 2f(0) + f(−h))/h is 2·(1 − 1/3) = 4/3, twice the 2·(1 − 2/3) = 2/3 of h/2. The estimates differ: 1/3 and
  // 2/3.
  it.each([0, 1 / 3, -1 / 3, 1 / 2, -1 / 2, 0.1, -0.1, 0.25, 0.4, 0.6, -0.7, 0.9, 0.99, -0.99, 0.999])(
    'should skip an element whose kink is %d of a step away',
    (share) => {
      expect(judgeAt(absolute, [1, share * h, 3])).toMatchObject({
        status: 'passed',
        verdict: 'perfect',
        finding: { leftOut: 1, compared: 2 },
      });
    },
  );

  it('should skip a kink within the larger step of a large weight', () => {
    // h = 1e-5·1000 = 0.01
    const shifted = (w: tf.Tensor) => absolute(w.sub([0, 1000.003]));
    expect(judgeAt(shifted, [1, 1000])).toMatchObject({ status: 'passed', finding: { leftOut: 1 } });
  });

  it('should compare an element whose kink is beyond the step', () => {
    expect(judgeAt(absolute, [1, 1.01 * h, 3])).toMatchObject({ status: 'passed', finding: { leftOut: 0 } });
  });

  it('should distinguish a mistake from a kink', () => {
    const wrongSign = (w: tf.Tensor) => ({ loss: w.abs().sum(), dw: w.sign().mul([1, 1, -1]) });
    expect(judgeAt(wrongSign, [1, 0, 3])).toMatchObject({
      status: 'failed',
      verdict: 'wrong',
      finding: { id: 'gradient-differs', at: { element: [2] }, leftOut: 1, compared: 2 },
    });
  });

  it('should pass the hinge at a margin of exactly 0 and within a step of it, and catch its mistakes', () => {
    // loss = Σ max(0, 1 − w): slope −1 below 1 and 0 above
    const hinge = (factor: number) => (w: tf.Tensor) => ({
      loss: tf.sub(1, w).relu().sum(),
      dw: w.less(1).toFloat().mul(-factor),
    });
    const margins = [0.5, 1, 1 + h / 3, 1 - h / 2, 2, -4, 0];
    expect(judgeAt(hinge(1), margins)).toMatchObject({ status: 'passed', finding: { leftOut: 3, compared: 4 } });
    expect(judgeAt(hinge(2), margins)).toMatchObject({ status: 'failed', verdict: 'wrong' });
  });

  it('should not mistake curvature for a kink', () => {
    const curved = (w: tf.Tensor) => ({ loss: w.pow(4).sum().add(w.exp().sum()), dw: w.pow(3).mul(4).add(w.exp()) });
    expect(judgeAt(curved, [1, -2, 3, 0, 1e-6])).toMatchObject({
      status: 'passed',
      finding: { leftOut: 0, compared: 5 },
    });
  });

  it('should not be fooled by a loss that has kinks nearly everywhere', () => {
    const rounded = (w: tf.Tensor) => ({ loss: w.mul(3e5).round().div(3e5).sum(), dw: tf.onesLike(w) });
    expect(judgeAt(rounded, [1, -2, 3, 0.7])).toMatchObject({
      status: 'failed',
      finding: { id: 'gradient-undecided' },
    });
  });

  it('should compare elements if a direction crosses a kink', () => {
    const check = gradientOf(['one'], { kinks: true });
    expect(judgeFunction(check, [caseOf('one', [tensor([1, 0, 3])], 0)], absolute)).toMatchObject({
      status: 'passed',
      finding: { leftOut: 1, compared: 2 },
    });
  });
});
