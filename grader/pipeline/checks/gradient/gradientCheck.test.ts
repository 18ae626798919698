import { tensor } from '../../course/spec/values';
import * as tf from '../../../precision/tfjs';
import type { CheckResult } from '../../types';
import { gradientCheck } from './gradientCheck';
import { verdictOf } from './judgeGradient';
import { judge } from '../planEvaluations';
import { caseOf, exerciseOf, gradientOf, judgeFunction, outcomesOf, returned } from '../testing';

/** loss = Σ w³ / 3, so dw = w². */
const cubes =
  (change: (dw: tf.Tensor) => tf.Tensor = (dw) => dw) =>
  (w: tf.Tensor) => ({ loss: w.pow(3).sum().div(3), dw: change(w.square()) });

const point = [1, -2, 3];
const judgeAt = (run: (w: tf.Tensor) => unknown, numbers: number[] = point): CheckResult =>
  judgeFunction(gradientOf(['one']), [caseOf('one', [tensor(numbers)], 0)], run);

describe('verdictOf', () => {
  it('should have exact edges', () => {
    expect([0, 0.99e-7, 1e-7, 0.99e-5, 1e-5, 0.99e-3, 1e-3, 1, NaN, Infinity].map(verdictOf)).toEqual([
      'perfect',
      'perfect',
      'acceptable',
      'acceptable',
      'suspicious',
      'suspicious',
      'wrong',
      'wrong',
      'wrong',
      'wrong',
    ]);
  });
});

describe('gradientCheck', () => {
  it('should rate a correct gradient perfect along two directions', () => {
    const result = judgeAt(cubes());
    expect(result).toMatchObject({
      status: 'passed',
      verdict: 'perfect',
      threshold: 1e-5,
      finding: { compared: 2, leftOut: 0 },
    });
    expect(result.relativeError).toBeLessThan(1e-9);
  });

  // dw = [1, 4, 9] is √98 = 9.9 long; a change of δ in one element is a relative error of about δ/19.8.
  it.each([
    [1e-5, 'acceptable', 'passed'],
    [1e-3, 'suspicious', 'failed'],
    [1, 'wrong', 'failed'],
    [NaN, 'wrong', 'failed'],
    [Infinity, 'wrong', 'failed'],
  ])('should judge one element that is %d off as %s', (off, verdict, status) => {
    const run = cubes((dw) => dw.add([0, off, 0]));
    const result = judgeAt(run);
    expect(result.status).toBe(status);
    if (Number.isFinite(off))
      expect(result).toMatchObject({ verdict, relativeError: expect.closeTo(off / (2 * Math.sqrt(98)), 2) as number });
    else expect(result.finding).toMatchObject({ id: 'not-finite', index: [1] });
  });

  it('should report the element that is farthest off', () => {
    // (−2)³/3 has slope 4; the sign is wrong.
    expect(judgeAt(cubes((dw) => dw.mul([1, -1, 1.001]))).finding).toMatchObject({
      id: 'gradient-differs',
      path: 'dw',
      numerical: expect.closeTo(4, 8) as number,
      analytic: -4,
      at: { element: [1] },
    });
  });

  it.each([
    ['no tensor', () => ({ loss: tf.scalar(1), dw: 3 }), 'not-a-tensor'],
    ['nothing', () => ({ loss: tf.scalar(1) }), 'not-a-tensor'],
    ['another shape', (w: tf.Tensor) => ({ loss: w.sum(), dw: tf.ones([1, 3]) }), 'wrong-shape'],
    ['an empty tensor', (w: tf.Tensor) => ({ loss: w.sum(), dw: tf.zeros([0]) }), 'empty'],
    ['another type', (w: tf.Tensor) => ({ loss: w.sum(), dw: tf.ones([3], 'bool') }), 'wrong-dtype'],
    ['a loss that is NaN', (w: tf.Tensor) => ({ loss: w.sum().mul(NaN), dw: tf.ones([3]) }), 'gradient-differs'],
    ['no loss', () => ({ dw: tf.ones([3]) }), 'gradient-differs'],
  ])('should fail on %s', (_what, run, id) => {
    expect(judgeAt(run)).toMatchObject({ status: 'failed', finding: { id } });
  });

  it('should fail closed on a noisy loss', () => {
    let calls = 0;
    const noisy = (w: tf.Tensor) => ({
      loss: w
        .pow(3)
        .sum()
        .div(3)
        .add(1e-3 * Math.sin((calls += 1))),
      dw: w.square(),
    });
    expect(judgeAt(noisy)).toMatchObject({ status: 'failed', verdict: 'wrong' });
    const kinked = judgeFunction(gradientOf(['one'], { kinks: true }), [caseOf('one', [tensor(point)], 0)], noisy);
    expect(kinked).toMatchObject({ status: 'failed', finding: { id: 'gradient-undecided', leftOut: 3, total: 3 } });
  });

  it('should not pass if nothing was compared', () => {
    const skipped = { status: 'skipped', finding: { id: 'skipped', reason: 'no-cases' } };
    expect(judgeFunction(gradientOf([]), [], cubes())).toMatchObject(skipped);
    expect(judgeAt(cubes(), [])).toMatchObject(skipped);
  });

  it('should fail when the differences were never run', () => {
    const check = gradientOf(['one']);
    const exercise = exerciseOf({ arguments: ['w'], checks: [check], cases: [caseOf('one', [tensor(point)], 0)] });
    const outcomes = new Map([...outcomesOf(exercise, cubes())].filter(([id]) => id === 'one'));
    expect(judge(check, exercise, outcomes).status).toBe('failed');
    expect(judge(check, exercise, new Map([...outcomes, ['one/loss-by-0/elements', returned(5)]])).status).toBe(
      'failed',
    );
  });

  describe('near a saturated loss', () => {
    // loss = ln(1 + e^−w): at w = 30 its slope is −9.4e-14, far below what a difference can see.
    const logistic =
      (change = 1) =>
      (w: tf.Tensor) => ({ loss: w.neg().exp().log1p().sum(), dw: w.exp().add(1).reciprocal().mul(-change) });

    it('should decide if the slope stands out from the noise', () => {
      expect(judgeAt(logistic(), [0.5])).toMatchObject({ status: 'passed', verdict: 'perfect' });
      expect(judgeAt(logistic(2), [0.5])).toMatchObject({ status: 'failed' });
    });

    it('should skip a case whose noise drowns the slope, and never pass on such cases alone', () => {
      // The constant makes the noise 10·2⁻⁵²/1e-5 = 2e-10 in differences of about 1e-13.
      const flat = (w: tf.Tensor) => ({ loss: logistic()(w).loss.add(1), dw: w.mul(0) });
      expect(judgeAt(flat, [30])).toMatchObject({ status: 'skipped', finding: { reason: 'no-cases' } });
    });

    it('should pass a gradient that is within the noise of its differences', () => {
      // loss = 1e5 + w: noise 10·2⁻⁵²·1e5/1e-5 = 2.2e-5 of a slope of 1; off by 1e-5 is not seen, off by 1e-4 is.
      const steep = (off: number) => (w: tf.Tensor) => ({ loss: w.sum().add(1e5), dw: tf.onesLike(w).add(off) });
      expect(judgeAt(steep(1.5e-5), [0.5])).toMatchObject({ status: 'passed', verdict: 'perfect' });
      expect(judgeAt(steep(1e-4), [0.5])).toMatchObject({ status: 'failed', verdict: 'suspicious' });
    });
  });

  it('should differentiate by its argument, including a scalar', () => {
    const check = gradientOf(['one'], { argument: 1 });
    const product = (w: tf.Tensor, x: tf.Tensor) => ({ loss: w.mul(x), dw: w.clone() });
    expect(judgeFunction(check, [caseOf('one', [tensor(3), tensor(5)], 0)], product, ['w', 'x'])).toMatchObject({
      status: 'passed',
    });
    expect(
      gradientCheck.plan(check, exerciseOf({ cases: [caseOf('one', [tensor(3), tensor(5)], 0)] }), new Map()),
    ).toHaveLength(2);
  });
});
