import { filled, tensor } from '../../course/spec/values';
import { Random } from '../../course/spec/random';
import * as tf from '../../../precision/tfjs';
import type { CheckResult, GradientCheck } from '../../types';
import { planDifferences } from './differencePlan';
import { caseOf, gradientOf, judgeFunction } from '../testing';

describe('regularization in a gradient check', () => {
  /** loss = Σ (w − 1)³ + λΣw², dw = 3(w − 1)² + factor·λw */
  const regularized = (factor: number) => (w: tf.Tensor, lambda: number) => ({
    loss: w.sub(1).pow(3).sum().add(w.square().sum().mul(lambda)),
    dw: w
      .sub(1)
      .square()
      .mul(3)
      .add(w.mul(factor * lambda)),
  });
  const weights = tensor([0.01, -0.02, 0.03]);
  const judgePart = (part: GradientCheck['part'], factor: number): CheckResult => {
    const check = gradientOf(['one'], { part, strengthArgument: part === 'whole' ? undefined : 1 });
    return judgeFunction(check, [caseOf('one', [weights, 1e-4], 0)], regularized(factor), ['w', 'lambda']);
  };

  it('should pass the correct gradient in every part', () => {
    for (const part of ['whole', 'data', 'regularization'] as const)
      expect(judgePart(part, 2)).toMatchObject({ status: 'passed' });
  });

  it('should catch a doubled gradient at λ = 1e-4, which the whole gradient hides', () => {
    // Off by 2λw, ‖2e-4·(0.01, −0.02, 0.03)‖ = 7.5e-6, in a gradient of about 3·√3 = 5.2: 7e-7, an acceptable error.
    expect(judgePart('whole', 4)).toMatchObject({ status: 'passed', verdict: 'acceptable' });
    // The part alone is 4w instead of 2w: |2w| / (|4w| + |2w|) = 1/3.
    const apart = judgePart('regularization', 4);
    expect(apart).toMatchObject({ status: 'failed', verdict: 'wrong', finding: { part: 'regularization' } });
    expect(apart.relativeError).toBeCloseTo(1 / 3, 6);
  });

  it.each([0, 1, -2, 4])('should catch the factor %d instead of 2 without blaming the data part', (factor) => {
    expect(judgePart('regularization', factor)).toMatchObject({ status: 'failed' });
    expect(judgePart('data', factor)).toMatchObject({ status: 'passed' });
  });
});

describe('a gradient check of a large parameter', () => {
  // The weights of ten classes on CIFAR's 3,072 pixels and a bias: 30,730 numbers.
  const [classes, pixels] = [10, 3073];
  const random = new Random(7);
  const W = random.normal([classes, pixels], { scale: 0.01 });
  const target = tf.tensor2d(Array.from(random.normal([classes, pixels]).values), [classes, pixels]);
  afterAll(() => target.dispose());

  /** loss = Σ (W − target)² / 2, with some elements of the gradient changed */
  const quadratic = (change: (gradient: Float64Array) => void) => (w: tf.Tensor2D) => {
    const residual = w.sub(target);
    const gradient = Float64Array.from(residual.dataSync());
    change(gradient);
    return { loss: residual.square().sum().div(2), dw: tf.tensor(gradient, [classes, pixels], 'float32') };
  };
  const judgeLarge = (change: (gradient: Float64Array) => void): CheckResult =>
    judgeFunction(gradientOf(['large']), [caseOf('large', [W], 0)], quadratic(change));

  it('should ask for few losses: one unshifted and two per probe, for 16 elements and 6 directions', () => {
    const losses = planDifferences(gradientOf(['large']), caseOf('large', [W], 0), 'all').map(({ evaluation }) =>
      evaluation.kind === 'differences' ? evaluation.shifts.rows.length / 2 : 1,
    );
    // The plain call, 1 + 2·16 and 1 + 2·6; element by element it would be 61,460.
    expect(losses).toEqual([1, 33, 13]);
  });

  it('should pass the correct gradient', () => {
    // The loss is a sum near 15,000, whose rounding alone, 15,000·2⁻⁵²/h, is of the order of 1e-7 of the gradient's
    // elements.
    expect(judgeLarge(() => undefined)).toMatchObject({ status: 'passed' });
  });

  it.each([0, 4, 9])('should catch a wrong sign in row %d alone', (row) => {
    const flipRow = (gradient: Float64Array): void => {
      for (let column = 0; column < pixels; column += 1)
        gradient[row * pixels + column] = -(gradient[row * pixels + column] ?? 0);
    };
    expect(judgeLarge(flipRow)).toMatchObject({ status: 'failed', verdict: 'wrong' });
  });

  it('should catch one wrong element of 30,730 through the directions', () => {
    const dropOne = (gradient: Float64Array): void => {
      gradient[12_345] = 5;
    };
    expect(judgeLarge(dropOne)).toMatchObject({
      status: 'failed',
      finding: { at: { direction: expect.any(Number) as number } },
    });
  });

  it('should compare every element of a small one', () => {
    const [, elements] = planDifferences(gradientOf(['one']), caseOf('one', [filled([4, 8], 1)], 0), 'all');
    expect(elements?.evaluation).toMatchObject({
      kind: 'differences',
      shifts: { by: 'elements', rows: { length: 2 * (1 + 2 * 32) } },
    });
  });
});
